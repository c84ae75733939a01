package dev.beatcut.studio.beat;

/**
 * @param ms from the song's start
 * @param position place in the bar, 1 = downbeat
 */
public record Beat(long ms, int position) {}
