package dev.beatcut.studio.ffmpeg;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.studio.ffmpeg.MediaInfo.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ffprobe's list of streams; the first of each kind counts, and a cover picture of a song is no picture. */
final class Streams {

    /** How Matroska tells a stream's duration: in a tag. */
    private static final Pattern TAGGED = Pattern.compile("(\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");

    private final JsonNode answer;

    Streams(JsonNode answer) {
        this.answer = answer;
    }

    /** null without moving or still pictures */
    JsonNode picture() {
        return first("video");
    }

    /** null without sound */
    JsonNode sound() {
        return first("audio");
    }

    private JsonNode first(String type) {
        for (var stream : answer.path("streams")) {
            var cover = stream.path("disposition").path("attached_pic").asInt() == 1;
            if (stream.path("codec_type").asText().equals(type) && !cover) {
                return stream;
            }
        }
        return null;
    }

    MediaInfo sound(Format format, long durationMs) {
        return new MediaInfo(Kind.AUDIO, format.word(), durationMs, 0, 0, 0, null, channels(), null, codec(sound()));
    }

    int channels() {
        return sound() == null ? 0 : sound().path("channels").asInt();
    }

    static String codec(JsonNode stream) {
        return stream == null ? null : stream.path("codec_name").asText(null);
    }

    /** What the file announces for picture and sound; 0 when it does not. */
    long durationMs() {
        long longest = Math.max(durationOf(picture()), durationOf(sound()));
        return longest > 0 ? longest : seconds(answer.path("format").path("duration"));
    }

    long startMs() {
        return seconds(answer.path("format").path("start_time"));
    }

    /** @return 0 when the stream does not tell */
    long durationOf(JsonNode stream) {
        if (stream == null) {
            return 0;
        }
        long told = seconds(stream.path("duration"));
        var tag = TAGGED.matcher(stream.path("tags").path("DURATION").asText());
        return told > 0 || !tag.matches() ? told : tagged(tag);
    }

    private static long tagged(Matcher tag) {
        long minutes = Long.parseLong(tag.group(1)) * 60 + Long.parseLong(tag.group(2));
        return minutes * 60_000 + Packets.ms(tag.group(3));
    }

    private static long seconds(JsonNode value) {
        return Packets.isTime(value.asText()) ? Packets.ms(value.asText()) : 0;
    }
}
