package dev.beatcut.nemo;

/**
 * What is to be made of a draft; what is null is left to the upstream.
 *
 * @param format {@code mp4}; {@code webm}, {@code gif} and {@code mp3} are not NemoVideo's
 * @param quality {@code high}
 * @param resolution for example {@code 1080p}
 * @param preview a quick look; not NemoVideo's
 */
public record RenderOutput(String format, String quality, String resolution, boolean preview) {

    public static final RenderOutput DEFAULT = new RenderOutput("mp4", "high", null, false);
}
