package dev.beatcut.studio.beat;

import java.util.Arrays;

/**
 * The bar pointer of Krebs, Böck and Widmer (ISMIR 2015): a hidden pointer runs through each beat at a tempo that may
 * change only on beats. Between two beats its states form a chain without choice, so this Viterbi search visits beats
 * alone and finds the same best path with a fraction of the states.
 */
final class BarPointerModel {

    /** Standard deviation of the change in tempo from one beat to the next, as a share. */
    private static final double TEMPO_DRIFT = 0.03;

    private static final double IMPOSSIBLE = -6;

    /**
     * How far the tempo may wander from the one it was asked for, as a factor, and what an octave away costs each beat.
     */
    private static final double WIDEST = Math.sqrt(2);

    private static final double WANDERING_COST = 3;

    private final int shortest;
    private final float[][] changes;
    private final float[] wanderings;

    /** Searches for beats about {@code period} frames apart. */
    BarPointerModel(double period) {
        shortest = (int) Math.round(period / WIDEST);
        int tempi = (int) Math.round(period * WIDEST) - shortest + 1;
        changes = new float[tempi][tempi];
        wanderings = new float[tempi];
        for (int to = 0; to < tempi; to++) {
            double octaves = Math.log((shortest + to) / period) / Math.log(2);
            wanderings[to] = (float) (WANDERING_COST * octaves * octaves);
            for (int from = 0; from < tempi; from++) {
                double drift = Math.log((double) (shortest + to) / (shortest + from)) / TEMPO_DRIFT;
                changes[to][from] = (float) (-drift * drift / 2);
            }
        }
    }

    /**
     * The frames of the beats that together earn the most, ascending; {@code rewards} holds what a beat earns at
     * each frame.
     */
    int[] beats(float[] rewards) {
        int tempi = changes.length;
        float[][] departures = new float[rewards.length][tempi];
        short[][] origins = new short[rewards.length][tempi];
        float[] arrivals = new float[tempi];
        float[] best = new float[rewards.length];
        int[] bestTempo = new int[rewards.length];
        for (int frame = 0; frame < rewards.length; frame++) {
            arrive(frame, departures, rewards[frame], arrivals);
            bestTempo[frame] = argmax(arrivals);
            best[frame] = arrivals[bestTempo[frame]];
            depart(arrivals, departures[frame], origins[frame]);
        }
        int last = lastBeat(best);
        return walkBack(last, bestTempo[last], origins);
    }

    private void arrive(int frame, float[][] departures, float reward, float[] arrivals) {
        for (int tempo = 0; tempo < arrivals.length; tempo++) {
            int previous = frame - shortest - tempo;
            arrivals[tempo] = reward - wanderings[tempo] + (previous < 0 ? 0 : departures[previous][tempo]);
        }
    }

    private void depart(float[] arrivals, float[] departures, short[] origins) {
        for (int to = 0; to < departures.length; to++) {
            float[] change = changes[to];
            float best = Float.NEGATIVE_INFINITY;
            int origin = to;
            for (int from = to; from >= 0 && change[from] > IMPOSSIBLE; from--) {
                if (arrivals[from] + change[from] > best) {
                    best = arrivals[from] + change[from];
                    origin = from;
                }
            }
            for (int from = to + 1; from < change.length && change[from] > IMPOSSIBLE; from++) {
                if (arrivals[from] + change[from] > best) {
                    best = arrivals[from] + change[from];
                    origin = from;
                }
            }
            departures[to] = best;
            origins[to] = (short) origin;
        }
    }

    private static int argmax(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    private int lastBeat(float[] best) {
        int last = best.length - 1;
        for (int frame = last; frame > Math.max(0, best.length - shortest); frame--) {
            last = best[frame] > best[last] ? frame : last;
        }
        return last;
    }

    private int[] walkBack(int last, int lastTempo, short[][] origins) {
        int[] beats = new int[last / shortest + 1];
        int free = beats.length;
        int tempo = lastTempo;
        for (int frame = last; frame >= 0; ) {
            beats[--free] = frame;
            int previous = frame - shortest - tempo;
            tempo = previous < 0 ? tempo : origins[previous][tempo];
            frame = previous;
        }
        return Arrays.copyOfRange(beats, free, beats.length);
    }
}
