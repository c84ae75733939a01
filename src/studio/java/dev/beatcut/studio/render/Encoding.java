package dev.beatcut.studio.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Picture: H.264 High by libx264 where it is there, else by openh264 at a bit rate; VP9 in WebM. One thread each, since
 * chunks are encoded side by side: the same input gives the same bytes on every machine.
 */
final class Encoding {

    private final boolean x264;
    private final Canvas canvas;
    private final FilmFormat format;
    private final String quality;

    Encoding(List<String> encoders, Canvas canvas, Output output) {
        this.x264 = encoders.contains("libx264");
        this.canvas = canvas;
        this.format = output.file();
        this.quality = output.effort();
    }

    /** Whether this ffmpeg is the GPL build, which has filters that the other lacks. */
    boolean isGpl() {
        return x264;
    }

    List<String> picture() {
        var arguments = new ArrayList<String>();
        if (format == FilmFormat.WEBM) {
            arguments.addAll(List.of("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", vp9Speed()));
            arguments.addAll(List.of("-b:v", "0", "-crf", "" + (Integer.parseInt(crf()) + 11), "-lag-in-frames", "0"));
        } else if (x264) {
            arguments.addAll(List.of("-c:v", "libx264", "-preset", preset(), "-crf", crf(), "-profile:v", "high"));
        } else {
            arguments.addAll(List.of("-c:v", "libopenh264", "-b:v", bitRate() + "k", "-allow_skip_frames", "0"));
            arguments.addAll(List.of("-profile:v", "high"));
        }
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-g", keyFrames(), "-threads", "1"));
        return arguments;
    }

    List<String> sound() {
        var rate = "high".equals(quality) ? "192k" : "128k";
        return switch (format) {
            case WEBM -> List.of("-c:a", "libopus", "-b:a", rate);
            case MP3 -> List.of("-c:a", "libmp3lame", "-b:a", rate, "-write_xing", "1", "-id3v2_version", "0");
            case MP4, GIF -> List.of("-c:a", "aac", "-b:a", rate);
        };
    }

    /** How a file of the encoded sound ends. */
    String soundFile() {
        return switch (format) {
            case WEBM -> "webm";
            case MP3 -> "mp3";
            case MP4, GIF -> "m4a";
        };
    }

    /** Ticks per second that hold every frame exactly. */
    String timescale() {
        int numerator = canvas.rate().numerator();
        return "" + numerator * Math.max(1, (10_000 + numerator - 1) / numerator);
    }

    /** Nothing in the file tells when or by what it was made. */
    static List<String> reproducible() {
        return List.of("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact");
    }

    private String keyFrames() {
        return "" + Math.round(canvas.rate().perSecond() * 2.5);
    }

    private String preset() {
        return "draft".equals(quality) ? "superfast" : "veryfast";
    }

    private String vp9Speed() {
        return "draft".equals(quality) ? "8" : "6";
    }

    private String crf() {
        return switch (quality) {
            case "draft" -> "28";
            case "medium" -> "23";
            default -> "20";
        };
    }

    /** 8 Mbit/s for 1080x1920 at 30 frames a second. */
    private long bitRate() {
        double share =
                switch (quality) {
                    case "draft" -> 0.3;
                    case "medium" -> 0.6;
                    default -> 1;
                };
        double pixels = canvas.width()
                * (double) canvas.height()
                / (1080 * 1920)
                * canvas.rate().perSecond()
                / 30;
        return Math.max(200, Math.round(8000 * share * pixels));
    }
}
