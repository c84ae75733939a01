package dev.beatcut.studio.ffmpeg;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Why a file is not taken: what was received, what is accepted, and what to do. */
final class Refusal {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("%PDF", "a PDF document"),
            Map.entry("OggS", "an Ogg file"),
            Map.entry("fLaC", "a FLAC file"),
            Map.entry("PK\u0003\u0004", "a ZIP archive or office document"),
            Map.entry("FORM", "an AIFF file"),
            Map.entry("BM", "a BMP picture"),
            Map.entry("II*\0", "a TIFF picture"),
            Map.entry("MM\0*", "a TIFF picture"),
            Map.entry("FLV", "an FLV video"),
            Map.entry("0&\u00b2u", "a Windows Media file"),
            Map.entry("#EXTM3U", "a playlist"),
            Map.entry("ffconcat", "a playlist"));

    private Refusal() {}

    static Problem empty() {
        return new Problem(ProblemCode.FILE_EMPTY, "The file is empty (0 bytes).", "Upload the file again.");
    }

    static Problem unsupported(Path file) throws IOException {
        return unsupported("This is " + described(file) + ".");
    }

    static Problem unsupported(String received) {
        return new Problem(
                ProblemCode.UNSUPPORTED_FORMAT,
                received + " Accepted are " + Format.all() + ", judged by what is inside and not by the name.",
                "Convert it to one of these, for example MP4 for a clip, JPG for a photo or MP3 for a song.");
    }

    static Problem damaged(Format format, String how, Throwable cause) {
        return new Problem(
                ProblemCode.FILE_DAMAGED,
                "The file begins like " + format.word() + ", but " + how + ".",
                "Play it on your own device; if it plays there, save or export it again and upload the new file.",
                cause);
    }

    /** ffprobe's complaint in words. */
    static Problem damaged(Format format, FfmpegFailed failure) {
        var log = String.join("\n", failure.log());
        var how = log.contains("moov atom not found")
                ? "its index (the moov atom) is missing: the recording or the transfer was cut off before its end"
                : "it cannot be opened: what follows its first bytes is broken or missing";
        return damaged(format, how, failure);
    }

    private static String described(Path file) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(1024);
        }
        var start = new String(bytes, StandardCharsets.ISO_8859_1);
        for (var known : KNOWN.entrySet()) {
            if (start.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        if (start.startsWith("ftyp", 4)) {
            return "a HEIC, AVIF or JPEG XL picture";
        }
        return start.chars().allMatch(c -> c >= 0x20 || c == '\n' || c == '\r' || c == '\t')
                ? "a text file"
                : "no picture, video or sound file that we know";
    }
}
