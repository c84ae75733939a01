package dev.beatcut.observe;

import java.util.List;

/**
 * Everything that is measured. Names and dimensions are the same everywhere; what the stack in {@code infra/}
 * watches is among them.
 */
public enum Measure {
    /** From when a turn was asked for until it was over. */
    TURN("beatcut.turn.duration", Unit.MILLISECONDS, Kind.TIME, "outcome"),
    /** From when an export was asked for until it was over. */
    RENDER("beatcut.render.duration", Unit.MILLISECONDS, Kind.TIME, "end"),
    /** Jobs upstream for one export. */
    RENDER_ATTEMPTS("beatcut.render.attempts", Unit.COUNT, Kind.DISTRIBUTION),
    /** Of each unfinished export whenever it is carried on: the largest is the oldest. */
    RENDER_AGE("beatcut.render.age", Unit.SECONDS, Kind.DISTRIBUTION),
    UPSTREAM_CALL("beatcut.upstream.duration", Unit.MILLISECONDS, Kind.TIME, "endpoint"),
    /** Code as on the wire, or what kind of failure it was where there is none. */
    UPSTREAM_ERROR("beatcut.upstream.errors", Unit.COUNT, Kind.SUM, "code", "endpoint"),
    /** Available, of the account that the whole deployment uses. */
    CREDITS("beatcut.credits", Unit.COUNT, Kind.GAUGE),
    ANNOUNCEMENT_GIVEN_UP("beatcut.announcement.given_up", Unit.COUNT, Kind.SUM, "destination"),
    /** What a round of the sweep found due, by kind, and {@code all}. */
    DUE("beatcut.due", Unit.COUNT, Kind.GAUGE, "kind");

    /** As CloudWatch calls it. */
    public enum Unit {
        MILLISECONDS("Milliseconds"),
        SECONDS("Seconds"),
        COUNT("Count");

        private final String wireName;

        Unit(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** How values of one measure go together. */
    public enum Kind {
        SUM,
        /** The last one counts. */
        GAUGE,
        TIME,
        DISTRIBUTION
    }

    private final String wireName;
    private final Unit unit;
    private final Kind kind;
    private final List<String> dimensions;

    Measure(String wireName, Unit unit, Kind kind, String... dimensions) {
        this.wireName = wireName;
        this.unit = unit;
        this.kind = kind;
        this.dimensions = List.of(dimensions);
    }

    public String wireName() {
        return wireName;
    }

    public Unit unit() {
        return unit;
    }

    public Kind kind() {
        return kind;
    }

    public List<String> dimensions() {
        return dimensions;
    }

    /** What CloudWatch makes metrics of, each of which is paid for: errors by code, and not by endpoint besides. */
    public List<List<String>> sets() {
        return List.of(this == UPSTREAM_ERROR ? List.of("code") : dimensions);
    }
}
