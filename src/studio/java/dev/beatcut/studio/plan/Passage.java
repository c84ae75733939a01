package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Section;

/** What a section of a song asks of the editing. */
enum Passage {
    CALM,
    BUILD,
    HIGH,
    DROP;

    private static final double LOUD = 0.75;

    static Passage of(Section section) {
        return switch (section.label()) {
            case "intro", "low", "break", "outro" -> CALM;
            case "build" -> BUILD;
            case "high" -> HIGH;
            case "drop" -> DROP;
            default -> section.energy() >= LOUD ? HIGH : CALM;
        };
    }

    /** How long a shot may stand here before it grows long, in seconds: the louder, the shorter. */
    static double shotSeconds(Section section) {
        double loud = Math.clamp((section.energy() - 0.2) / 0.8, 0, 1);
        double seconds = 3.4 - 2.5 * loud;
        return of(section) == CALM ? Math.max(2.2, seconds) : Math.min(2, seconds);
    }

    /** How much motion becomes it, 0 to 1. */
    double energy() {
        return switch (this) {
            case CALM -> 0.25;
            case BUILD -> 0.5;
            case HIGH -> 0.7;
            case DROP -> 0.95;
        };
    }
}
