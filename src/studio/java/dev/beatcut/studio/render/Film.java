package dev.beatcut.studio.render;

import java.nio.file.Path;

/**
 * A finished file.
 *
 * @param durationMs of the picture
 * @param report null when the timeline names no beats
 */
public record Film(Path file, long durationMs, long size, int width, int height, SyncReport report) {}
