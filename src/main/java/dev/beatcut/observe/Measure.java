package dev.beatcut.observe;

import java.util.List;

/**
 * Everything that is measured. Names and dimensions are the same everywhere; what the stack in {@code infra/}
 * watches is among them.
 */
public enum Measure {
    TURN(
            "beatcut.turn.duration",
            Unit.MILLISECONDS,
            Kind.TIME,
            "From when a turn was asked for until it was over.",
            "outcome"),
    RENDER(
            "beatcut.render.duration",
            Unit.MILLISECONDS,
            Kind.TIME,
            "From when an export was asked for until it was over.",
            "end"),
    RENDER_ATTEMPTS("beatcut.render.attempts", Unit.COUNT, Kind.DISTRIBUTION, "Jobs upstream for one export."),
    RENDER_AGE(
            "beatcut.render.age",
            Unit.SECONDS,
            Kind.DISTRIBUTION,
            "Of each unfinished export whenever it is carried on: the largest is the oldest."),
    UPSTREAM_CALL(
            "beatcut.upstream.duration", Unit.MILLISECONDS, Kind.TIME, "What a call of the upstream took.", "endpoint"),
    UPSTREAM_ERROR(
            "beatcut.upstream.errors",
            Unit.COUNT,
            Kind.SUM,
            "By the code on the wire, or what kind of failure it was where there is none.",
            "code",
            "endpoint"),
    CREDITS("beatcut.credits", Unit.COUNT, Kind.GAUGE, "Available, of the account that the whole deployment uses."),
    ANNOUNCEMENT_GIVEN_UP(
            "beatcut.announcement.given_up", Unit.COUNT, Kind.SUM, "Ends that could not be told.", "destination"),
    DUE("beatcut.due", Unit.COUNT, Kind.GAUGE, "What a round of the sweep found due, by kind, and all of it.", "kind");

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
    private final String about;
    private final List<String> dimensions;

    Measure(String wireName, Unit unit, Kind kind, String about, String... dimensions) {
        this.wireName = wireName;
        this.unit = unit;
        this.kind = kind;
        this.about = about;
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

    /** What it tells, a sentence. */
    public String about() {
        return about;
    }

    public List<String> dimensions() {
        return dimensions;
    }

    /** What CloudWatch makes metrics of, each of which is paid for: errors by code, and not by endpoint besides. */
    public List<List<String>> sets() {
        return List.of(this == UPSTREAM_ERROR ? List.of("code") : dimensions);
    }
}
