package dev.beatcut.studio.ffmpeg;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a picture's samples are to be read.
 *
 * @param light what their values mean
 * @param transparent whether some of them may let the ground through
 * @param interlaced whether a frame holds two fields
 */
public record Pixels(Light light, boolean transparent, boolean interlaced) {

    /** Transfer characteristics. */
    public enum Light {
        SDR,
        /** SMPTE ST 2084, values up to 10,000 cd/m2. */
        PQ,
        /** ARIB STD-B67, hybrid log-gamma. */
        HLG
    }

    public static final Pixels PLAIN = new Pixels(Light.SDR, false, false);

    /** @param stream ffprobe's */
    static Pixels of(JsonNode stream, Format format) {
        var light =
                switch (stream.path("color_transfer").asText()) {
                    case "smpte2084" -> Light.PQ;
                    case "arib-std-b67" -> Light.HLG;
                    default -> Light.SDR;
                };
        return new Pixels(light, transparent(stream, format), isInterlaced(stream));
    }

    /** VP8 and VP9 hide their alpha beside the stream, under a tag; a GIF's and a PNG's may come with any frame. */
    private static boolean transparent(JsonNode stream, Format format) {
        var sampled = stream.path("pix_fmt").asText();
        return format == Format.GIF
                || format == Format.PNG
                || format == Format.WEBP
                || sampled.matches("yuva.*|gbrap.*|rgba.*|argb|bgra.*|abgr|ya8|ya16.*|ayuv.*")
                || hasAlphaBeside(stream);
    }

    private static boolean hasAlphaBeside(JsonNode stream) {
        var tags = stream.path("tags");
        return "1".equals(tags.path("alpha_mode").asText(tags.path("ALPHA_MODE").asText()));
    }

    private static boolean isInterlaced(JsonNode stream) {
        return switch (stream.path("field_order").asText()) {
            case "tt", "bb", "tb", "bt" -> true;
            default -> false;
        };
    }
}
