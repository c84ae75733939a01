package dev.beatcut.studio.beat;

/**
 * One beat of a song.
 *
 * @param ms       time from the song's start
 * @param position place in the bar, 1 is the downbeat
 */
public record Beat(long ms, int position) {

    public Beat {
        if (ms < 0) {
            throw new IllegalArgumentException("A beat lies at 0 ms or later, but this one at " + ms);
        }
        if (position < 1) {
            throw new IllegalArgumentException("A beat's place in the bar counts from 1, but was " + position);
        }
    }

    public boolean isDownbeat() {
        return position == 1;
    }
}
