package dev.beatcut.studio.beat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Finds the moments where kick and bass come back at full level, all at once, after a passage that did without them:
 * one that followed on such a level, or a build. Beats only help to tell it from its pick-up, so that a wrong grid
 * hides no drop.
 */
final class Drops {

    private static final int SECOND = Spectrogram.FRAMES_PER_SECOND;
    /** How long kick and bass are gone at least; shorter is a fill. A last pick-up before the drop may have them. */
    private static final int PASSAGE = 5 * SECOND;

    private static final int PICK_UP = 7 * SECOND / 10;
    private static final int APART = 8 * SECOND;
    /** Where a build is looked for. */
    private static final int BUILD = 16 * SECOND;

    /** dB by which kick and bass rise over the passage, and at once. */
    private static final double RISE = 10;

    private static final double SUDDEN = 6;
    /** dB of the rise that is as strong as drops come. */
    private static final double STRONGEST = 36;
    /** dB that the drop may stay below the loudest low end of the song, and the low end below the whole drop. */
    private static final double FULL = 5;

    private static final double SHARE = 10;
    /** dB that the song is louder than the quietest part of the passage. */
    private static final double LOUDER = 3;
    /** dB that a build grows by, and that its end may stay below the drop, in the high register. */
    private static final double GROWS = 6;

    private static final double BELOW_DROP = 2;
    /** dB below the song's mean where it has not begun yet. */
    private static final double AUDIBLE = 30;
    /** Local deviations of the onset of a kick. */
    private static final double CLEAR = 1;

    /** What speaks for the drop on a downbeat or a beat, in shares of its low end, and how near to it, in frames. */
    private static final double ON_DOWNBEAT = 0.2;

    private static final double ON_BEAT = 0.05;
    private static final int NEAR = 7;

    private final Loudness loudness;
    private final Onsets onsets;
    private final double full;
    private final int begin;
    private final double[] places;

    private Drops(Loudness loudness, Onsets onsets, List<Beat> beats) {
        this.loudness = loudness;
        this.onsets = onsets;
        double[] levels = IntStream.range(0, loudness.frames() / SECOND)
                .mapToDouble(second -> loudness.low(second * SECOND, (second + 2) * SECOND))
                .sorted()
                .toArray();
        this.full = levels.length == 0 ? 0 : levels[levels.length * 9 / 10];
        double audible = loudness.all(0, loudness.frames()) - AUDIBLE;
        this.begin = IntStream.range(0, loudness.frames())
                .filter(frame -> loudness.all(frame, frame + SECOND / 4) >= audible)
                .findFirst()
                .orElse(0);
        this.places = new double[loudness.frames()];
        beats.forEach(this::place);
    }

    private void place(Beat beat) {
        int frame = (int) (beat.ms() / Spectrogram.MS_PER_FRAME);
        for (int at = Math.max(0, frame - NEAR); at < Math.min(places.length, frame + NEAR + 1); at++) {
            places[at] = Math.max(places[at], beat.isDownbeat() ? ON_DOWNBEAT : ON_BEAT);
        }
    }

    /** Drops, ascending, each on its onset; most songs have none. */
    static List<Drop> find(Loudness loudness, Onsets onsets, List<Beat> beats) {
        var drops = new Drops(loudness, onsets, beats);
        List<Integer> found = new ArrayList<>();
        IntStream.range(drops.begin + PASSAGE, loudness.frames() - 3 * SECOND)
                .filter(drops::isDrop)
                .boxed()
                .sorted(Comparator.comparingDouble(drops::jump).reversed())
                .filter(frame -> found.stream().allMatch(other -> Math.abs(frame - other) >= APART))
                .forEach(found::add);
        return found.stream().sorted().map(drops::drop).toList();
    }

    private boolean isDrop(int frame) {
        return rise(frame) >= RISE
                && jump(frame) >= SUDDEN
                && isFull(frame)
                && isLouder(frame)
                && (hadLowEnd(frame) || isBuilt(frame));
    }

    private double rise(int frame) {
        return loudness.low(frame, frame + 4 * SECOND) - loudness.low(frame - PASSAGE, frame - PICK_UP);
    }

    /** How much low end comes within the blink of an eye. */
    private double jump(int frame) {
        return loudness.low(frame, frame + SECOND) - loudness.low(frame - 3 * SECOND / 2, frame - 5);
    }

    private boolean isFull(int frame) {
        double now = loudness.low(frame, frame + 2 * SECOND);
        double then = loudness.low(frame + 2 * SECOND, frame + 6 * SECOND);
        return now >= full - FULL && then >= full - FULL && now >= loudness.all(frame, frame + 2 * SECOND) - SHARE;
    }

    private boolean isLouder(int frame) {
        double quietest = extreme(
                Math.max(begin, frame - BUILD), frame - SECOND, 2 * SECOND, at -> -loudness.all(at, at + 2 * SECOND));
        return loudness.all(frame, frame + 4 * SECOND) >= LOUDER - quietest;
    }

    private boolean hadLowEnd(int frame) {
        return extreme(begin, frame - PASSAGE, 4 * SECOND, at -> loudness.low(at, at + 4 * SECOND)) >= full - FULL;
    }

    private boolean isBuilt(int frame) {
        double end = extreme(frame - 4 * SECOND, frame, SECOND, at -> loudness.high(at, at + SECOND));
        double start = -extreme(
                Math.max(begin, frame - BUILD), frame - 4 * SECOND, SECOND, at -> -loudness.high(at, at + SECOND));
        return end >= start + GROWS && end >= loudness.high(frame, frame + 4 * SECOND) - BELOW_DROP;
    }

    /** The greatest of what is seen in windows of this length between two frames. */
    private static double extreme(int from, int to, int length, IntToDoubleFunction seen) {
        return IntStream.iterate(from, at -> at + length <= to, at -> at + SECOND / 4)
                .mapToDouble(seen)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private Drop drop(int frame) {
        int onset = IntStream.rangeClosed(frame - SECOND, Math.min(frame + SECOND, loudness.frames() - 2))
                .filter(this::isOnset)
                .boxed()
                .max(Comparator.comparingDouble(at -> step(at) / power(frame, frame + 4 * SECOND) + places[at]))
                .orElse(frame);
        return new Drop(BeatTimes.ms(new int[] {onset}, onsets.envelope())[0], Share.clamp(rise(frame) / STRONGEST));
    }

    private boolean isOnset(int frame) {
        float here = onsets.kick()[frame];
        return here >= CLEAR && here >= onsets.kick()[frame - 1] && here > onsets.kick()[frame + 1];
    }

    /** Power of the low end that is after a frame and not before it. */
    private double step(int frame) {
        return power(frame, frame + 2 * SECOND) - power(frame - 2 * SECOND, frame - 5);
    }

    private double power(int from, int to) {
        return Math.pow(10, loudness.low(from, to) / 10);
    }
}
