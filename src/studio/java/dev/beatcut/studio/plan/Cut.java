package dev.beatcut.studio.plan;

/**
 * A cut on a beat.
 *
 * @param frame of the film, 30 a second
 * @param beat its index in the song's beats
 * @param bar how many downbeats have come up to it
 * @param strength 0 to 1
 * @param reason {@code beat}, {@code downbeat} or {@code drop}
 * @param atMs exact time of the beat on the timeline
 */
record Cut(long frame, int beat, int bar, double strength, String reason, long atMs) {}
