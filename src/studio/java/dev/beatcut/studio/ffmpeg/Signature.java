package dev.beatcut.studio.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The format that a file's first bytes announce. Deciding it here means that ffmpeg never guesses: of its demuxers some
 * read any text, and some (playlists, concat) open other files and addresses.
 */
final class Signature {

    private static final int LOOKED_AT = 4096;
    private static final int RIFF = 0x46464952;
    private static final long LARGEST_TOLD = 0xffff_0000L;
    /** ISO media that hold pictures or sound of formats other than ours. */
    private static final Set<String> STILL_BRANDS =
            Set.of("heic", "heix", "heif", "mif1", "msf1", "avif", "avis", "jxl ");

    private static final Set<String> QUICKTIME_ATOMS = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private Signature() {}

    static Optional<Format> of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
            return start.startsWith("ID3") ? afterTag(start, file) : of(start);
        }
    }

    /** Whether a WebP file says that it moves: the animation flag of its extended header. */
    static boolean animatedWebp(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = new String(in.readNBytes(32), StandardCharsets.ISO_8859_1);
            return at(start, 12).equals("VP8X") && start.length() > 20 && (start.charAt(20) & 0x02) != 0;
        }
    }

    /** Whether a RIFF file (AVI, WAV) lacks more than a fiftieth of the bytes it announces. */
    static boolean riffIsCutShort(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            in.readNBytes(start.array(), 0, start.capacity());
            long announced = Integer.toUnsignedLong(start.getInt(4));
            // a recorder that could not go back leaves 0 or the largest number
            var told = start.getInt(0) == RIFF && announced < LARGEST_TOLD;
            return told && Files.size(file) < announced - announced / 50;
        }
    }

    private static Optional<Format> of(String start) {
        if (start.startsWith("RIFF")) {
            return riff(at(start, 8));
        }
        if (start.startsWith("\u001aE\u00df\u00a3")) {
            return Optional.of(start.contains("webm") ? Format.WEBM : Format.MKV);
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(Format.JPG);
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(Format.PNG);
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of(Format.GIF);
        }
        return at(start, 4).equals("ftyp") ? brand(at(start, 8)) : sound(start);
    }

    private static Optional<Format> riff(String type) {
        return switch (type) {
            case "AVI " -> Optional.of(Format.AVI);
            case "WAVE" -> Optional.of(Format.WAV);
            case "WEBP" -> Optional.of(Format.WEBP);
            default -> Optional.empty();
        };
    }

    private static Optional<Format> brand(String brand) {
        if (STILL_BRANDS.contains(brand)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (brand) {
                    case "qt  " -> Format.MOV;
                    case "M4A ", "M4B " -> Format.M4A;
                    default -> Format.MP4;
                });
    }

    private static Optional<Format> sound(String start) {
        if (QUICKTIME_ATOMS.contains(at(start, 4))) {
            return Optional.of(Format.MOV);
        }
        if (start.length() < 2 || start.charAt(0) != 0xff) {
            return Optional.empty();
        }
        int second = start.charAt(1);
        if ((second & 0xf6) == 0xf0) {
            return Optional.of(Format.AAC); // ADTS: 12 sync bits, layer 0
        }
        // MPEG audio: 11 sync bits, version not reserved, layer III
        return (second & 0xe6) == 0xe2 && (second & 0x18) != 0x08 ? Optional.of(Format.MP3) : Optional.empty();
    }

    /** An ID3v2 tag stands before MP3 frames, or before ADTS ones; its size is four bytes of seven bits. */
    private static Optional<Format> afterTag(String start, Path file) throws IOException {
        if (start.length() < 10) {
            return Optional.empty();
        }
        long size = 10;
        for (int i = 6, shift = 21; i < 10; i++, shift -= 7) {
            size += (long) (start.charAt(i) & 0x7f) << shift;
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.min(size, Files.size(file)));
            var after = new String(in.readNBytes(2), StandardCharsets.ISO_8859_1);
            return sound(after).or(() -> Optional.of(Format.MP3)); // padding after the tag: MP3 in practice
        }
    }

    private static String at(String start, int from) {
        return start.length() < from + 4 ? "" : start.substring(from, from + 4);
    }
}
