package dev.beatcut.studio.beat;

import java.math.BigInteger;

/**
 * What a listener knows better than the tracker: how a grid differs from what was heard. Corrections add up by {@link
 * #then}; {@link #NONE} takes them all back.
 *
 * @param times      beats where {@code per} were heard: 2 per 1 is double the tempo, 2 per 3 two thirds of it; 1 to 8,
 *                   in lowest terms
 * @param per        see {@code times}
 * @param offsetMs   added to all times; positive is later, at most 10 s either way
 * @param downbeatMs the beat nearest to it opens a bar, and the others follow by metre; in ms of the song, before the
 *                   offset; null leaves the bars as they are
 * @param metre      beats in a bar, 2 to 12; 0 leaves the metre as it is
 */
public record Correction(int times, int per, long offsetMs, Long downbeatMs, int metre) {

    /** The grid as it was heard. */
    public static final Correction NONE = new Correction(1, 1, 0, null, 0);

    /** Beyond this a factor is no way to tap along any more. */
    private static final int MOST = 8;

    private static final long FURTHEST_MS = 10_000;
    private static final int LONGEST_BAR = 12;

    public Correction {
        if (times < 1 || per < 1) {
            throw new IllegalArgumentException(
                    "Beats are counted %d where %d were heard, but both must be 1 or more".formatted(times, per));
        }
        int shared = BigInteger.valueOf(times).gcd(BigInteger.valueOf(per)).intValue();
        times /= shared;
        per /= shared;
        if (!possible(times, per, offsetMs)) {
            throw new IllegalArgumentException(("A tempo is corrected by factors of 1 to %d over 1 to %d and beats are"
                            + " shifted by up to %d ms, but asked were %d/%d and %d ms")
                    .formatted(MOST, MOST, FURTHEST_MS, times, per, offsetMs));
        }
        if (downbeatMs != null && downbeatMs < -FURTHEST_MS) {
            throw new IllegalArgumentException("A downbeat lies in the song, but this one at " + downbeatMs + " ms");
        }
        if (metre != 0 && (metre < 2 || metre > LONGEST_BAR)) {
            throw new IllegalArgumentException(
                    "A bar has 2 to %d beats, but this one %d".formatted(LONGEST_BAR, metre));
        }
    }

    /** {@code times} beats where {@code per} were heard. */
    public static Correction tempo(int times, int per) {
        return new Correction(times, per, 0, null, 0);
    }

    /** All beats later by {@code ms}, earlier if it is below 0. */
    public static Correction shift(long ms) {
        return new Correction(1, 1, ms, null, 0);
    }

    /** The beat nearest to {@code ms} in the song opens a bar. */
    public static Correction downbeat(long ms) {
        return new Correction(1, 1, 0, ms, 0);
    }

    /** Bars of {@code beats} beats. */
    public static Correction metre(int beats) {
        return new Correction(1, 1, 0, null, beats);
    }

    /** This and then {@code change}, whose times are those of the grid that this one made. */
    public Correction then(Correction change) {
        return change.equals(NONE)
                ? NONE
                : new Correction(
                        times * change.times,
                        per * change.per,
                        offsetMs + change.offsetMs,
                        change.downbeatMs == null ? downbeatMs : Long.valueOf(change.downbeatMs - offsetMs),
                        change.metre == 0 ? metre : change.metre);
    }

    /** Whether {@link #then} stays within what a correction can be. */
    boolean accepts(Correction change) {
        int shared = BigInteger.valueOf((long) times * change.times)
                .gcd(BigInteger.valueOf((long) per * change.per))
                .intValue();
        return change.equals(NONE)
                || possible(times * change.times / shared, per * change.per / shared, offsetMs + change.offsetMs);
    }

    private static boolean possible(int times, int per, long offsetMs) {
        return times <= MOST && per <= MOST && Math.abs(offsetMs) <= FURTHEST_MS;
    }
}
