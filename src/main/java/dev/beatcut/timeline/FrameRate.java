package dev.beatcut.timeline;

/** Frames per second as an exact fraction, such as 30000/1001. */
public record FrameRate(int numerator, int denominator) {

    public static final FrameRate FPS_30 = new FrameRate(30, 1);

    public FrameRate {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("A frame rate is positive, got " + numerator + "/" + denominator);
        }
    }

    /** The frame whose start is nearest to {@code ms}; halves go up. */
    public long frameAt(long ms) {
        return Math.floorDiv(2 * ms * numerator + 1000L * denominator, 2000L * denominator);
    }

    /** The start of {@code frame} in ms, rounded; {@code frameAt(msOf(n)) == n} for every rate below 500. */
    public long msOf(long frame) {
        return Math.floorDiv(2000L * frame * denominator + numerator, 2L * numerator);
    }

    public double perSecond() {
        return (double) numerator / denominator;
    }

    /** As ffmpeg writes it: {@code 30000/1001}. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
