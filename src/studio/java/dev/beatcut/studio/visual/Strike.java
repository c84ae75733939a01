package dev.beatcut.studio.visual;

/**
 * Something that was struck.
 *
 * @param strength 0 to 1
 * @param index    how many came before it
 */
record Strike(double seconds, double strength, int index) {}
