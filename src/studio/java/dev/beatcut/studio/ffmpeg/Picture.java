package dev.beatcut.studio.ffmpeg;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.studio.ffmpeg.MediaInfo.Kind;
import dev.beatcut.timeline.FrameRate;

/** A picture stream as it is shown: turned by its display matrix, stretched by its sample aspect ratio. */
record Picture(JsonNode stream, int width, int height, int rotation) {

    /** @param frame its first frame: photos (EXIF) are turned by the frame, videos by the stream */
    static Picture of(JsonNode stream, JsonNode frame) {
        int turn = turn(stream) == 0 ? turn(frame) : turn(stream);
        int rotation = (Math.floorMod(-turn, 360) + 45) / 90 * 90 % 360;
        int width = stretched(stream);
        int height = stream.path("height").asInt();
        return rotation % 180 == 0
                ? new Picture(stream, width, height, rotation)
                : new Picture(stream, height, width, rotation);
    }

    /** Degrees counterclockwise, as ffprobe tells them. */
    private static int turn(JsonNode holder) {
        for (var data : holder.path("side_data_list")) {
            if (data.has("rotation")) {
                return data.path("rotation").asInt();
            }
        }
        return 0;
    }

    private static int stretched(JsonNode stream) {
        int width = stream.path("width").asInt();
        var ratio = stream.path("sample_aspect_ratio").asText("").split(":");
        if (ratio.length != 2 || !ratio[0].matches("[1-9]\\d{0,8}") || !ratio[1].matches("[1-9]\\d{0,8}")) {
            return width;
        }
        return (int) Math.round((double) width * Integer.parseInt(ratio[0]) / Integer.parseInt(ratio[1]));
    }

    MediaInfo info(Kind kind, Format format, long durationMs, Streams streams) {
        return new MediaInfo(
                kind,
                format.word(),
                durationMs,
                width,
                height,
                rotation,
                kind == Kind.VIDEO ? rate() : null,
                streams.channels(),
                Streams.codec(stream),
                Streams.codec(streams.sound()),
                Pixels.of(stream, format));
    }

    private FrameRate rate() {
        for (var field : new String[] {"avg_frame_rate", "r_frame_rate"}) {
            var fraction = stream.path(field).asText("").split("/");
            if (fraction.length == 2 && fraction[0].matches("[1-9]\\d{0,8}") && fraction[1].matches("[1-9]\\d{0,8}")) {
                return new FrameRate(Integer.parseInt(fraction[0]), Integer.parseInt(fraction[1]));
            }
        }
        return FrameRate.FPS_30;
    }
}
