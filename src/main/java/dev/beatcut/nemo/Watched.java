package dev.beatcut.nemo;

import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Observer;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Calls, each with its span, how long it took and how it failed. */
final class Watched {

    private static final Logger LOG = Logger.getLogger(Watched.class);

    private final Observer observer;
    private final InstantSource clock;

    Watched(Observer observer, InstantSource clock) {
        this.observer = observer;
        this.clock = clock;
    }

    <T> T call(String endpoint, Supplier<T> call) {
        return observer.span("upstream " + endpoint, SpanKind.CLIENT, () -> timed(endpoint, call));
    }

    /** A turn may fail without a word of error. */
    TurnOutcome turn(Supplier<TurnOutcome> call) {
        return call("run", () -> {
            var outcome = call.get();
            switch (outcome) {
                case TurnOutcome.Failed(var text, var error) -> failed("run", code(error));
                case TurnOutcome.Cut cut -> failed("run", "cut");
                case TurnOutcome.TimedOut late -> failed("run", code(NemoErrorKind.TIMED_OUT));
                case TurnOutcome.Spoke spoke -> {}
                case TurnOutcome.Silent silent -> {}
                case TurnOutcome.Empty empty -> {}
                case TurnOutcome.Left left -> {}
            }
            return outcome;
        });
    }

    private <T> T timed(String endpoint, Supplier<T> call) {
        var begun = clock.instant();
        try {
            return call.get();
        } catch (NemoError refused) {
            failed(endpoint, code(refused));
            throw refused;
        } finally {
            var took = Duration.between(begun, clock.instant());
            LOG.debugf("upstream %s took %d ms", endpoint, took.toMillis());
            observer.time(Measure.UPSTREAM_CALL, took, endpoint);
        }
    }

    private void failed(String endpoint, String code) {
        LOG.debugf("upstream %s: %s", endpoint, code);
        observer.count(Measure.UPSTREAM_ERROR, code, endpoint);
        observer.failed(code);
    }

    /** One of few, whatever an upstream says. */
    static String code(NemoError error) {
        return switch (error.kind()) {
            case BROKEN, UNREADABLE, UNREACHABLE, TIMED_OUT, OTHER -> code(error.kind());
            default -> Integer.toString(error.code());
        };
    }

    private static String code(NemoErrorKind kind) {
        return kind == NemoErrorKind.BROKEN ? "5xx" : kind.name().toLowerCase(Locale.ROOT);
    }
}
