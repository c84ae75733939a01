package dev.beatcut.studio.ffmpeg;

import dev.beatcut.timeline.FrameRate;

/**
 * What a file really holds, whatever its name says.
 *
 * @param format one of the thirteen: mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac
 * @param durationMs 0 for a still image
 * @param width pixels as shown (after rotation), 0 without a picture
 * @param rotation degrees clockwise that the container asks for: 0, 90, 180 or 270
 * @param frameRate average, null without moving pictures
 * @param channels of the first sound stream, 0 without sound
 * @param videoCodec ffmpeg's name, or null
 * @param audioCodec ffmpeg's name, or null
 * @param pixels null when it was judged before anybody looked at them
 */
public record MediaInfo(
        Kind kind,
        String format,
        long durationMs,
        int width,
        int height,
        int rotation,
        FrameRate frameRate,
        int channels,
        String videoCodec,
        String audioCodec,
        Pixels pixels) {

    /** Of plain pixels. */
    public MediaInfo(
            Kind kind,
            String format,
            long durationMs,
            int width,
            int height,
            int rotation,
            FrameRate frameRate,
            int channels,
            String videoCodec,
            String audioCodec) {
        this(
                kind,
                format,
                durationMs,
                width,
                height,
                rotation,
                frameRate,
                channels,
                videoCodec,
                audioCodec,
                Pixels.PLAIN);
    }

    public enum Kind {
        /** Moving pictures, animated GIF and WebP included. */
        VIDEO,
        IMAGE,
        AUDIO
    }

    public boolean hasSound() {
        return channels > 0;
    }
}
