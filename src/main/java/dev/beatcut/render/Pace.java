package dev.beatcut.render;

import java.time.Duration;
import java.util.List;

/**
 * When a running export is asked for: first near the time that such ones take, then closer together. A look is put off
 * for as long as all but a few of those that are known would be seen in time.
 *
 * @param fixed asked for so often, whatever is known; or null
 * @param sweep how often anybody looks for what is due: so much later than wished a look may be
 */
record Pace(Duration fixed, Duration sweep) {

    /** A finished film is seen within so long, all but one in twenty. */
    static final Duration SEEN_WITHIN = Duration.ofSeconds(30);

    /** The few that are known are not all that there may be. */
    private static final Duration MARGIN = Duration.ofSeconds(4);

    private static final Duration CLOSEST = Duration.ofSeconds(5);
    private static final Duration RAREST = Duration.ofMinutes(5);
    private static final int FEW = 5;

    /**
     * From now until the next look.
     *
     * @param taken how long such ones took, in order
     * @param elapsed since it was begun
     */
    Duration next(List<Duration> taken, Duration elapsed) {
        if (fixed != null) {
            return fixed;
        }
        var longer = taken.stream().filter(one -> one.compareTo(elapsed) > 0).toList();
        return taken.size() < FEW || longer.isEmpty()
                ? unknown(elapsed)
                : larger(CLOSEST, known(longer).minus(elapsed));
    }

    /** Until something that failed is tried again. */
    Duration again() {
        return fixed == null ? SEEN_WITHIN : fixed;
    }

    /** Rarer and rarer: what has run for hours does not end within seconds. */
    private static Duration unknown(Duration elapsed) {
        return larger(SEEN_WITHIN, smaller(RAREST, elapsed.dividedBy(20)));
    }

    private Duration known(List<Duration> longer) {
        var slack = SEEN_WITHIN.minus(MARGIN).minus(smaller(sweep, SEEN_WITHIN).dividedBy(2));
        var earlyOnes = longer.get(longer.size() / 20).plus(slack);
        return smaller(longer.get(longer.size() / 2), earlyOnes);
    }

    private static Duration larger(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration smaller(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
