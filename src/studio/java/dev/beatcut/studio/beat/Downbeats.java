package dev.beatcut.studio.beat;

/** Finds the bars among the beats: the metre whose downbeats stand out most from the beats between them. */
final class Downbeats {

    private static final int[] METRES = {4, 3};
    /** What a bar with a beat too few or too many costs, in standard deviations of the accent. */
    private static final double SLIP = 8;
    /** A bar cut to its half, or half as long again, is the odd bar that songs do have. */
    private static final double HALF_BAR = 4;
    /** Deviations by which three must beat four, since most music is in four. */
    private static final double TRIPLE_COST = 0.15;

    private Downbeats() {}

    /** Bars of a song, given how much each beat sounds like a downbeat (standardised). */
    static Bars find(double[] accents) {
        Bars best = null;
        for (int metre : METRES) {
            Bars bars = find(accents, metre);
            if (best == null || bars.contrast() - TRIPLE_COST > best.contrast()) {
                best = bars;
            }
        }
        return best;
    }

    private static Bars find(double[] accents, int metre) {
        int beats = accents.length;
        double[][] scores = new double[beats][metre];
        int[][] origins = new int[beats][metre];
        for (int beat = 0; beat < beats; beat++) {
            for (int place = 0; place < metre; place++) {
                int origin = beat == 0 ? place : origin(scores[beat - 1], place);
                double before = beat == 0 ? 0 : scores[beat - 1][origin] - slip(origin, place, metre);
                origins[beat][place] = origin;
                scores[beat][place] = before + accent(accents[beat], place, metre);
            }
        }
        return walkBack(accents, scores, origins, metre);
    }

    private static double accent(double accent, int place, int metre) {
        return place == 0 ? accent * (metre - 1) / metre : -accent / metre;
    }

    private static double slip(int origin, int place, int metre) {
        int beats = Math.floorMod(place - origin - 1, metre);
        return beats == 0 ? 0 : 2 * beats == metre ? HALF_BAR : SLIP;
    }

    private static int origin(double[] scores, int place) {
        int metre = scores.length;
        int best = (place + metre - 1) % metre;
        for (int origin = 0; origin < metre; origin++) {
            if (scores[origin] - slip(origin, place, metre) > scores[best] - slip(best, place, metre)) {
                best = origin;
            }
        }
        return best;
    }

    private static Bars walkBack(double[] accents, double[][] scores, int[][] origins, int metre) {
        int beats = accents.length;
        int place = 0;
        for (int candidate = 1; candidate < metre; candidate++) {
            place = scores[beats - 1][candidate] > scores[beats - 1][place] ? candidate : place;
        }
        double score = scores[beats - 1][place];
        int[] positions = new int[beats];
        for (int beat = beats - 1; beat >= 0; beat--) {
            positions[beat] = place + 1;
            place = origins[beat][place];
        }
        // The score of bars without a slip is the contrast times this.
        double weight = (double) beats * (metre - 1) / (metre * metre);
        return new Bars(metre, positions, score / weight);
    }

    /**
     * The metre, each beat's place in its bar from 1, and by how many deviations the downbeats lie above the other
     * beats on average, slips deducted.
     */
    record Bars(int metre, int[] positions, double contrast) {}
}
