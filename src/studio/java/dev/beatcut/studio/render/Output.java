package dev.beatcut.studio.render;

/**
 * What a render job asks for.
 *
 * @param format {@code mp4} for now
 * @param quality {@code high}, {@code medium} or {@code draft}
 * @param resolution {@code 1080p} or {@code 720p}: the shorter side
 */
public record Output(String format, String quality, String resolution) {
    public static final Output DEFAULT = new Output("mp4", "high", "1080p");
}
