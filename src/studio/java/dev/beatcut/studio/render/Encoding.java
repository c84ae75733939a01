package dev.beatcut.studio.render;

import java.util.List;

/** H.264 High by libx264 where it is there, else by openh264 at a bit rate; the same input gives the same bytes. */
final class Encoding {

    private final boolean x264;
    private final Canvas canvas;
    private final String quality;

    Encoding(List<String> encoders, Canvas canvas, Output output) {
        this.x264 = encoders.contains("libx264");
        this.canvas = canvas;
        this.quality = output.quality() == null ? "high" : output.quality();
    }

    /** Whether this ffmpeg is the GPL build, which has filters that the other lacks. */
    boolean isGpl() {
        return x264;
    }

    List<String> picture() {
        var common = List.of("-profile:v", "high", "-pix_fmt", "yuv420p", "-g", keyFrames(), "-threads", "4");
        var codec = x264
                ? List.of("-c:v", "libx264", "-preset", preset(), "-crf", crf())
                : List.of("-c:v", "libopenh264", "-b:v", bitRate() + "k", "-allow_skip_frames", "0");
        return join(codec, common);
    }

    List<String> sound() {
        return List.of("-c:a", "aac", "-b:a", "high".equals(quality) ? "192k" : "128k");
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
        return "" + Math.round(canvas.rate().perSecond() * 2);
    }

    private String preset() {
        return "draft".equals(quality) ? "superfast" : "veryfast";
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

    private static List<String> join(List<String> first, List<String> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }
}
