package dev.beatcut.studio.render;

import java.nio.file.Path;

/**
 * A finished file.
 *
 * @param poster a good frame of it as JPEG, in the job's scratch folder; null when it has no picture
 * @param durationMs of the picture, or of the sound where there is none
 * @param width 0 without a picture
 * @param report null when the timeline names no beats
 * @param note what is not as it was asked, for people; else null
 */
public record Film(
        Path file, Path poster, long durationMs, long size, int width, int height, SyncReport report, String note) {

    Film at(Path place) {
        return new Film(place, poster, durationMs, size, width, height, report, note);
    }
}
