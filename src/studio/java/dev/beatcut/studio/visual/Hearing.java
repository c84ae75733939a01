package dev.beatcut.studio.visual;

import dev.beatcut.studio.beat.BeatGrid;

/**
 * A song, heard for pictures. Memory grows with the song: about 35 kB a second.
 */
public final class Hearing {

    /** Between strikes that light the whole picture: never three in a second (WCAG 2.3.1 allows three). */
    static final double APART_SECONDS = 0.4;

    private static final int BASS = 9;
    private static final int TREBLE = 26;

    final Levels levels;
    final Strikes kicks;
    final Strikes snares;
    final Strikes notes;
    final Form form;
    final float[] bass;
    final float[] mids;
    final float[] treble;
    final float[] loudness;
    private final double[] way;

    private Hearing(Levels levels, BeatGrid grid) {
        this.levels = levels;
        this.form = new Form(grid);
        this.kicks = Strikes.of(levels.rise(0, BASS), APART_SECONDS);
        this.snares = Strikes.of(levels.rise(TREBLE, Levels.BANDS), 0.12);
        this.notes = Strikes.of(levels.rise(BASS, TREBLE), 0.12);
        this.bass = levels.smooth(0, BASS, 0.09);
        this.mids = levels.smooth(BASS, TREBLE, 0.05);
        this.treble = levels.smooth(TREBLE, Levels.BANDS, 0.05);
        this.loudness = levels.smooth(0, Levels.BANDS, 0.7);
        this.way = way();
    }

    /**
     * @param mono samples of one channel at 44 100 Hz
     * @param grid what was heard in the same samples; may be empty
     */
    public static Hearing of(float[] mono, BeatGrid grid) {
        return new Hearing(Levels.of(mono), grid);
    }

    /** What is heard at a time; before the song and after it, silence. */
    Instant at(double seconds) {
        return new Instant(this, seconds);
    }

    /** How far one has travelled up to each row, the faster the more is going on. */
    private double[] way() {
        double[] way = new double[levels.rows() + 1];
        for (int row = 0; row < levels.rows(); row++) {
            double seconds = (double) row / Levels.ROWS_PER_SECOND;
            double energy = form.energy(seconds);
            double speed = 0.25 + 0.75 * energy * energy + 0.8 * loudness[row] * energy + 0.5 * bass[row] * energy;
            way[row + 1] = way[row] + speed / Levels.ROWS_PER_SECOND;
        }
        return way;
    }

    double way(double seconds) {
        double at = Math.clamp(seconds * Levels.ROWS_PER_SECOND, 0, way.length - 1.0);
        int row = Math.min((int) at, way.length - 2);
        return row < 0 ? 0 : way[row] + (way[row + 1] - way[row]) * (at - row);
    }
}
