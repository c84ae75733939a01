package dev.beatcut.observe;

import io.opentelemetry.context.Context;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * What a thread works on: fields of every log line and span until it is closed. Threads that it starts are told by
 * {@link #carried}.
 */
public final class Trail implements AutoCloseable {

    /** As log lines and spans call it. */
    public enum Field {
        REQUEST("requestId"),
        SESSION("session"),
        TURN("turn"),
        RENDER("render");

        private final String wireName;

        Field(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        private Object get() {
            return MDC.get(wireName);
        }

        private void set(Object value) {
            if (value == null) {
                MDC.remove(wireName);
            } else {
                MDC.put(wireName, value);
            }
        }
    }

    private static final Map<String, Field> FIELDS =
            Map.of("ses", Field.SESSION, "trn", Field.TURN, "rnd", Field.RENDER);

    private static final Pattern ID = Pattern.compile("(ses|trn|rnd)_[0-9a-v]{26,52}");

    private final Map<Field, Object> before = new EnumMap<>(Field.class);

    private Trail(Map<Field, String> now) {
        now.forEach((field, value) -> {
            before.put(field, field.get());
            field.set(value);
        });
    }

    public static Trail of(Field field, String value) {
        return new Trail(Map.of(field, value));
    }

    public static Trail of(Field field, String value, Field other, String its) {
        return new Trail(Map.of(field, value, other, its));
    }

    public static Trail of(Map<Field, String> what) {
        return new Trail(what);
    }

    /** Those of a caller's words that are ids, by what they name. */
    public static Map<Field, String> named(Collection<String> words) {
        var named = new EnumMap<Field, String>(Field.class);
        words.stream().filter(ID.asMatchPredicate()).forEach(id -> named.put(FIELDS.get(id.substring(0, 3)), id));
        return named;
    }

    /** For as long as the context of this thread lives: an HTTP call's, of Vert.x. */
    public static void begin(Field field, String value) {
        field.set(value);
    }

    /** What this thread works on now. */
    public static Map<Field, String> here() {
        var here = new EnumMap<Field, String>(Field.class);
        for (var field : Field.values()) {
            if (field.get() != null) {
                here.put(field, field.get().toString());
            }
        }
        return here;
    }

    /** The same work on another thread, as if it went on here. */
    public static Runnable carried(Runnable work) {
        var here = here();
        return Context.current().wrap(() -> {
            try (var there = new Trail(here)) {
                work.run();
            }
        });
    }

    @Override
    public void close() {
        before.forEach(Field::set);
    }
}
