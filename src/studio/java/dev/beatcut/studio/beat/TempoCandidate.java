package dev.beatcut.studio.beat;

/**
 * @param tempo beats a minute
 * @param confidence 0 to 1
 */
public record TempoCandidate(double tempo, double confidence) {}
