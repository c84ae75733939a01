package dev.beatcut.studio.beat;

/** @param strength 0 to 1 */
public record Drop(long ms, double strength) {}
