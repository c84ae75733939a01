package dev.beatcut.studio.ffmpeg;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.studio.ffmpeg.MediaInfo.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decides what a file holds and whether it can be used: the format by its first bytes, the streams by ffprobe, that
 * something can be decoded by decoding its start, and that nothing is cut off by reading the packets at its end.
 */
final class Probe {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Enough for a decoder that reorders frames to give its first one. */
    private static final String FIRST_PACKETS = "%+#40";

    private final Ffmpeg ffmpeg;

    Probe(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    MediaInfo of(Path file) {
        try {
            if (Files.size(file) == 0) {
                throw Refusal.empty();
            }
            var format = Signature.of(file);
            if (format.isEmpty()) {
                throw Refusal.unsupported(file);
            }
            if (format.get() == Format.WEBP && Signature.animatedWebp(file)) {
                throw Refusal.unsupported("This is an animated WebP, whose motion cannot be read here.");
            }
            if (Signature.riffIsCutShort(file)) {
                throw Refusal.damaged(format.get(), "it is shorter than it says: its end is missing", null);
            }
            return info(file, format.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MediaInfo info(Path file, Format format) {
        var streams = streams(file, format);
        var picture = streams.picture();
        if (picture == null && streams.sound() == null) {
            throw Refusal.damaged(format, "no picture and no sound is in it", null);
        }
        var main = picture == null ? streams.sound() : picture;
        var frame = firstFrame(file, format, main.path("index").asInt());
        if (picture == null) {
            return streams.sound(
                    format == Format.MP4 || format == Format.MOV ? Format.M4A : format, end(file, format, streams));
        }
        var shown = Picture.of(picture, frame);
        if (format.still() || format == Format.GIF && !moves(picture)) {
            return shown.info(Kind.IMAGE, format, 0, streams);
        }
        var whole = end(file, format, streams);
        var ofPicture = streams.durationOf(picture);
        return shown.info(
                Kind.VIDEO,
                format == Format.M4A ? Format.MP4 : format,
                ofPicture > 0 ? Math.min(ofPicture, whole) : whole,
                streams);
    }

    private static boolean moves(JsonNode picture) {
        return picture.path("nb_read_packets").asInt() > 1;
    }

    private Streams streams(Path file, Format format) {
        var options = new ArrayList<>(List.of("-show_format", "-show_streams"));
        if (format == Format.GIF) {
            options.add("-count_packets");
        }
        return new Streams(ask(file, format, options));
    }

    private JsonNode firstFrame(Path file, Format format, int stream) {
        var options = new ArrayList<>(List.of("-select_streams", Integer.toString(stream), "-show_frames"));
        // a picture must be whole; a video may begin with frames that refer to ones before it
        options.addAll(format.still() ? List.of("-err_detect", "explode") : List.of("-read_intervals", FIRST_PACKETS));
        var frames = ask(file, format, options).path("frames");
        if (frames.isEmpty()) {
            throw Refusal.damaged(format, "not one picture or sound in it can be decoded", null);
        }
        return frames.get(0);
    }

    /** Where the data really end, in ms; refuses a file whose data stop far before what it announces. */
    private long end(Path file, Format format, Streams streams) {
        long announced = streams.durationMs();
        var exact = announced > 0 && format != Format.AAC && format != Format.MP3;
        var from = exact
                ? List.of("-read_intervals", Math.max(0, announced - Packets.TAIL_MS) / 1000.0 + "%")
                : List.<String>of();
        var options = new ArrayList<>(from);
        options.addAll(List.of("-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0"));
        options.addAll(UserMedia.input(file, format));
        long end = read(format, () -> ffmpeg.ffprobe(options, Packets::endMs)) - streams.startMs();
        long slack = Math.max(500, announced / 50);
        if (exact && end < announced - slack && end + streams.startMs() >= announced - slack) {
            return end; // some containers count from 0, though nothing is there before the start
        }
        if (exact && end < announced - slack) {
            throw Refusal.damaged(
                    format,
                    "it announces " + announced + " ms and its data stop "
                            + (end <= 0 ? "long before" : "at " + end + " ms"),
                    null);
        }
        return exact || Math.abs(end - announced) < 1000 && announced > 0 ? announced : end;
    }

    private JsonNode ask(Path file, Format format, List<String> options) {
        var arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-of", "json"));
        arguments.addAll(UserMedia.input(file, format));
        try {
            return JSON.readTree(read(format, () -> ffmpeg.ffprobe(arguments)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("ffprobe's answer is not JSON", e);
        }
    }

    private static <T> T read(Format format, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (FfmpegFailed e) {
            throw e.killed() ? e : Refusal.damaged(format, e);
        }
    }
}
