package dev.beatcut.studio.footage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the instants at which motion is at its height, shot by shot: what a viewer takes for a beat of the picture (Davis
 * and Agrawala, Visual Rhythm and Beat, 2018, with the change from frame to frame in place of optical flow).
 */
final class MotionPeaks {

    /** A frame that differs less from the one before is the same frame again. */
    private static final double REPEATED = 0.0008;

    private static final long SMOOTH_MS = 100;
    private static final long APART_MS = 400;
    private static final long AROUND_MS = 2000;

    /** Change in a second, below which nothing happens worth the name. */
    private static final double LEAST_PER_SECOND = 0.05;

    private static final double STANDS_OUT = 1.35;
    private static final double FULL = 2.5;

    private record Change(long ms, double perSecond) {}

    private final long[] timesMs;
    private final List<Sight> sights;

    MotionPeaks(long[] timesMs, List<Sight> sights) {
        this.timesMs = timesMs;
        this.sights = sights;
    }

    List<Peak> of(List<Long> cutsMs, long durationMs) {
        var peaks = new ArrayList<Peak>();
        Take.between(cutsMs, durationMs).forEach(take -> find(take, peaks));
        return peaks;
    }

    private void find(Take take, List<Peak> peaks) {
        var motion = smooth(withoutPops(changes(take)));
        for (int i = 0; i < motion.size(); i++) {
            double strength = strength(motion, i);
            if (strength > 0) {
                peaks.add(new Peak(motion.get(i).ms, strength));
            }
        }
    }

    /** A shot's first frame differs from another shot, so its motion begins with the second. */
    private List<Change> changes(Take take) {
        var changes = new ArrayList<Change>();
        long last = -1;
        for (int i = 0; i < sights.size() && timesMs[i] < take.toMs(); i++) {
            if (timesMs[i] < take.fromMs()) {
                continue;
            }
            double change = sights.get(i).change();
            if (last >= 0 && change > REPEATED && timesMs[i] > last) {
                changes.add(new Change(timesMs[i], change * 1000 / (timesMs[i] - last)));
            }
            last = last < 0 || change > REPEATED ? timesMs[i] : last;
        }
        return changes;
    }

    /** The median of three: a flash or a codec's new key frame lasts one frame, motion does not. */
    private static List<Change> withoutPops(List<Change> changes) {
        var calm = new ArrayList<Change>();
        for (int i = 1; i + 1 < changes.size(); i++) {
            double[] three = {changes.get(i - 1).perSecond, changes.get(i).perSecond, changes.get(i + 1).perSecond};
            Arrays.sort(three);
            calm.add(new Change(changes.get(i).ms, three[1]));
        }
        return calm;
    }

    private static List<Change> smooth(List<Change> changes) {
        var smooth = new ArrayList<Change>();
        for (int i = 0; i < changes.size(); i++) {
            double mean = around(changes, i, SMOOTH_MS).stream()
                    .mapToDouble(Change::perSecond)
                    .average()
                    .orElse(0);
            smooth.add(new Change(changes.get(i).ms, mean));
        }
        return smooth;
    }

    private static List<Change> around(List<Change> changes, int at, long reach) {
        long ms = changes.get(at).ms;
        int from = at;
        while (from > 0 && ms - changes.get(from - 1).ms <= reach) {
            from--;
        }
        int to = at + 1;
        while (to < changes.size() && changes.get(to).ms - ms <= reach) {
            to++;
        }
        return changes.subList(from, to);
    }

    /** 0 where it is no peak. */
    private static double strength(List<Change> motion, int at) {
        var here = motion.get(at);
        boolean highest = around(motion, at, APART_MS).stream()
                .allMatch(other ->
                        other.perSecond < here.perSecond || other.perSecond == here.perSecond && other.ms >= here.ms);
        if (here.perSecond < LEAST_PER_SECOND || !highest) {
            return 0;
        }
        double times = here.perSecond / Math.max(1e-4, median(around(motion, at, AROUND_MS)));
        return times < STANDS_OUT ? 0 : Math.clamp((times - 1) / (FULL - 1), 0, 1);
    }

    private static double median(List<Change> changes) {
        double[] sorted =
                changes.stream().mapToDouble(Change::perSecond).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
