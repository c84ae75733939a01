package dev.beatcut.studio.wire;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What may stand behind the name of a fault.
 *
 * @param form how it is written, empty for nothing
 * @param reader a text, or null for none, to what happens; null if it makes no sense
 */
record FaultValue(String form, Function<String, Draw> reader) {

    /** What happens to one request; what is left to chance is drawn. */
    @FunctionalInterface
    interface Draw {
        Aspect of(RandomGenerator random);
    }

    Draw reads(String fault, String said) {
        var draw = reader.apply(said);
        if (draw == null) {
            throw new IllegalArgumentException(
                    said == null ? fault + " lacks its value" : fault + " cannot be \"" + said + "\"");
        }
        return draw;
    }

    static FaultValue none(Aspect always) {
        return drawn(random -> always);
    }

    static FaultValue drawn(Draw draw) {
        return new FaultValue("", said -> said == null ? draw : null);
    }

    static FaultValue count(String unit, IntFunction<Aspect> of) {
        return new FaultValue("=" + unit, said -> counted(said, of));
    }

    static FaultValue count(String unit, IntFunction<Aspect> of, int otherwise) {
        return count(unit, of, random -> of.apply(otherwise));
    }

    static FaultValue count(String unit, IntFunction<Aspect> of, Draw otherwise) {
        return new FaultValue("[=" + unit + "]", said -> said == null ? otherwise : counted(said, of));
    }

    static FaultValue duration(Function<Duration, Aspect> of) {
        return new FaultValue("=duration", said -> lasting(said, of));
    }

    static FaultValue duration(Function<Duration, Aspect> of, Aspect otherwise) {
        return new FaultValue("[=duration]", said -> said == null ? random -> otherwise : lasting(said, of));
    }

    @SafeVarargs
    static <E extends Enum<E> & Aspect> FaultValue oneOf(E... values) {
        return new FaultValue(
                "=" + Arrays.stream(values).map(FaultValue::word).collect(Collectors.joining("|")),
                said -> Arrays.stream(values)
                        .filter(value -> word(value).equals(said))
                        .findFirst()
                        .<Draw>map(value -> random -> value)
                        .orElse(null));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Draw counted(String said, IntFunction<Aspect> of) {
        return said != null && said.matches("[1-9]\\d{0,8}") ? random -> of.apply(Integer.parseInt(said)) : null;
    }

    /** Durations are written as in all of Quarkus' configuration: 500ms, 3s, 2m. */
    private static Draw lasting(String said, Function<Duration, Aspect> of) {
        return said != null && said.matches("\\d{1,9}(ms|s|m|h)")
                ? random -> of.apply(DurationConverter.parseDuration(said))
                : null;
    }
}
