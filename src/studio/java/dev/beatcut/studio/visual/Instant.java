package dev.beatcut.studio.visual;

import java.util.List;

/** What is heard of a song at one time. */
final class Instant {

    private static final double FLASH_SECONDS = 0.9;

    private final Hearing hearing;
    private final double seconds;

    Instant(Hearing hearing, double seconds) {
        this.hearing = hearing;
        this.seconds = seconds;
    }

    double seconds() {
        return seconds;
    }

    /**
     * Level of a place in the spectrum.
     *
     * @param place 0 the deepest, 1 the highest
     * @param ago   seconds back
     */
    double band(double place, double ago) {
        double row = (seconds - ago) * Levels.ROWS_PER_SECOND;
        if (row < 0 || row > hearing.levels.rows() - 1.0) {
            return 0;
        }
        double at = Math.clamp(place, 0, 1) * (Levels.BANDS - 1);
        int low = Math.min((int) at, Levels.BANDS - 2);
        int first = (int) row;
        double now = between(hearing.levels.bands[first], low, at - low);
        int next = Math.min(first + 1, hearing.levels.rows() - 1);
        return now + (between(hearing.levels.bands[next], low, at - low) - now) * (row - first);
    }

    private static double between(float[] bands, int low, double share) {
        return bands[low] + (bands[low + 1] - bands[low]) * share;
    }

    double bass() {
        return of(hearing.bass, 0);
    }

    double bass(double ago) {
        return of(hearing.bass, ago);
    }

    double mids() {
        return of(hearing.mids, 0);
    }

    double treble() {
        return of(hearing.treble, 0);
    }

    /** Over the last second or so. */
    double loudness() {
        return of(hearing.loudness, 0);
    }

    private double of(float[] levels, double ago) {
        double row = (seconds - ago) * Levels.ROWS_PER_SECOND;
        if (row < 0 || row >= levels.length - 1) {
            return 0;
        }
        int first = (int) row;
        return levels[first] + (levels[first + 1] - levels[first]) * (row - first);
    }

    /** 1 on a strong beat of the bass, then falling; at most two and a half times a second. */
    double kick() {
        return hearing.kicks.pulse(seconds, Hearing.APART_SECONDS);
    }

    List<Strike> kicks(double ago) {
        return hearing.kicks.since(seconds, ago);
    }

    int kickCount() {
        return hearing.kicks.count(seconds);
    }

    List<Strike> snares(double ago) {
        return hearing.snares.since(seconds, ago);
    }

    List<Strike> notes(double ago) {
        return hearing.notes.since(seconds, ago);
    }

    /** 0 in the calmest part of the song, 1 in the loudest. */
    double energy() {
        return hearing.form.energy(seconds);
    }

    /** 1 on a drop, then falling. */
    double flash() {
        double age = hearing.form.sinceDrop(seconds) / FLASH_SECONDS;
        return age >= 1 ? 0 : (1 - age) * (1 - age);
    }

    double sinceDrop() {
        return hearing.form.sinceDrop(seconds);
    }

    /** Grows from 0 to 1 in the seconds before a drop. */
    double build() {
        return hearing.form.build(seconds);
    }

    int part() {
        return hearing.form.part(seconds);
    }

    double settled() {
        return hearing.form.settled(seconds);
    }

    /** Beats so far, with the share of the way to the next. */
    double beat() {
        return hearing.form.beat(seconds);
    }

    /** How far one has travelled: faster the more is going on. */
    double way() {
        return hearing.way(seconds);
    }
}
