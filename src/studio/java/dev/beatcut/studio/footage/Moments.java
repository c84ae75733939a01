package dev.beatcut.studio.footage;

import java.util.ArrayList;
import java.util.List;

/** Divides shots into moments and says how much each is worth showing. */
final class Moments {

    private static final long TARGET_MS = 500;
    private static final double BLACK = 0.02;
    private static final double FROZEN_PER_SECOND = 0.012;
    private static final double LIVELY_PER_SECOND = 0.9;

    private final long[] timesMs;
    private final List<Sight> sights;
    private final double usualSharpness;

    Moments(long[] timesMs, List<Sight> sights) {
        this.timesMs = timesMs;
        this.sights = sights;
        double[] sharpness =
                sights.stream().mapToDouble(Sight::sharpness).sorted().toArray();
        this.usualSharpness = sharpness.length == 0 ? 0 : sharpness[sharpness.length / 2];
    }

    List<Moment> of(List<Long> cutsMs, long durationMs) {
        var moments = new ArrayList<Moment>();
        Take.between(cutsMs, durationMs).forEach(take -> divide(take, moments));
        return moments;
    }

    private void divide(Take take, List<Moment> moments) {
        long parts = Math.max(1, Math.round((double) take.lengthMs() / TARGET_MS));
        for (long i = 0; i < parts; i++) {
            long from = take.fromMs() + take.lengthMs() * i / parts;
            moments.add(moment(from, take.fromMs() + take.lengthMs() * (i + 1) / parts, take.fromMs()));
        }
    }

    private Moment moment(long from, long to, long shotFrom) {
        double change = 0;
        double worth = 0;
        int seen = 0;
        for (int i = firstAt(from); i < sights.size() && timesMs[i] < to; i++) {
            // a shot's first frame differs from another shot
            change += timesMs[i] == shotFrom ? 0 : sights.get(i).change();
            worth += worth(sights.get(i));
            seen++;
        }
        double perSecond = change * 1000 / Math.max(1, to - from);
        double motion = Math.min(1, perSecond / LIVELY_PER_SECOND);
        double alive = Math.clamp((perSecond - FROZEN_PER_SECOND / 2) / FROZEN_PER_SECOND, 0, 1);
        double interest = seen == 0 ? 0 : worth / seen * alive * (0.45 + 0.55 * Math.sqrt(motion));
        return new Moment(from, to, motion, Math.clamp(interest, 0, 1));
    }

    /** 0 for black, white, plain or blurred pictures, up to 1. */
    private double worth(Sight sight) {
        double lit =
                Math.clamp((sight.brightness() - BLACK) / 0.1, 0, 1) * Math.clamp((1 - sight.brightness()) / 0.1, 0, 1);
        double contrasty = Math.clamp(sight.contrast() / 0.08, 0, 1);
        double sharp = Math.clamp((sight.sharpness() - 0.06) / 0.14, 0, 1);
        return lit * contrasty * sharp * inFocus(sight);
    }

    /** 1 when about as sharp as most of the clip, 0 when out of focus beside it. */
    private double inFocus(Sight sight) {
        return Math.clamp((sight.sharpness() / Math.max(1e-6, usualSharpness) - 0.4) / 0.3, 0, 1);
    }

    private int firstAt(long ms) {
        int found = java.util.Arrays.binarySearch(timesMs, ms);
        return found >= 0 ? found : -found - 1;
    }
}
