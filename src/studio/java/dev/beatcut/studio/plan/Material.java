package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.footage.Footage;

/**
 * One uploaded file, as the planner sees it.
 *
 * @param name the caller's file name, for people
 * @param src its address in drafts
 * @param durationMs 0 for a photo
 * @param footage what was seen in a clip; null for photos and songs
 * @param beats what was heard in a song; null for clips and photos
 */
public record Material(
        String name,
        String src,
        Kind kind,
        long durationMs,
        int width,
        int height,
        boolean hasSound,
        Footage footage,
        BeatGrid beats) {

    public enum Kind {
        CLIP,
        PHOTO,
        SONG,
        /** Pictures that are made for the film and last as long as it does; {@code src} such as {@code visual:NAME}. */
        VISUAL
    }
}
