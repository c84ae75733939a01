package dev.beatcut.studio.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Timeline;

/**
 * The film's picture: even pixel sizes and its frame rate.
 *
 * @param frames of the whole film
 */
record Canvas(int width, int height, FrameRate rate, long frames) {

    static final int SOUND_RATE = 48_000;

    /** A draft's size says its shape; it is made smaller to fit, and larger only for what is more than 1080p. */
    static Canvas of(Timeline timeline, Resolution size) {
        int width = timeline.width() > 0 ? timeline.width() : 1080;
        int height = timeline.height() > 0 ? timeline.height() : 1920;
        double scale = Math.min(
                (double) size.shorter() / Math.min(width, height), (double) size.longest() / Math.max(width, height));
        double most = size.shorter() > Resolution.P1080.shorter() ? scale : 1;
        var rate = rate(timeline.m().path("fps"));
        return new Canvas(
                even(width * Math.min(most, scale)),
                even(height * Math.min(most, scale)),
                rate,
                rate.frameAt(timeline.length()));
    }

    private static FrameRate rate(JsonNode fps) {
        double said = fps.asDouble(30);
        if (!(said >= 1 && said <= 60)) {
            return FrameRate.FPS_30;
        }
        long whole = Math.round(said);
        if (Math.abs(said - whole) < 0.0005) {
            return new FrameRate((int) whole, 1);
        }
        boolean ntsc = Math.abs(said - whole * 1000 / 1001.0) < 0.005;
        return ntsc ? new FrameRate((int) whole * 1000, 1001) : new FrameRate((int) Math.round(said * 1000), 1000);
    }

    static int even(double pixels) {
        return (int) Math.max(2, Math.round(pixels / 2) * 2);
    }

    int shorter() {
        return Math.min(width, height);
    }

    /** Bytes of one frame in 4:2:0. */
    long frameBytes() {
        return width * (long) height * 3 / 2;
    }

    /** The first sound sample of a frame. */
    long sampleAt(long frame) {
        return frame * SOUND_RATE * rate.denominator() / rate.numerator();
    }

    double seconds(long frames) {
        return (double) frames * rate.denominator() / rate.numerator();
    }
}
