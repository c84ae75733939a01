package dev.beatcut.studio.beat;

/**
 * @param energy 0 to 1 within the song
 * @param label such as intro, build, drop, break, high, low
 */
public record Section(long fromMs, long toMs, double energy, String label) {}
