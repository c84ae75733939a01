package dev.beatcut.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How files of a family begin. */
enum Content {
    ISO_MEDIA,
    AVI,
    MATROSKA,
    JPEG,
    PNG,
    GIF,
    WEBP,
    MPEG_AUDIO,
    WAVE,
    AAC,
    UNKNOWN;

    /** So many first bytes tell. */
    static final int HEAD = 64;

    private static final String BOXES = "ftyp moov mdat free skip wide pnot";

    static Content of(byte[] head) {
        if (bytes(head, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
            return MATROSKA;
        }
        if (bytes(head, 0, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (bytes(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return PNG;
        }
        return of(text(head, 0), text(head, 4), text(head, 8), head);
    }

    private static Content of(String first, String second, String third, byte[] head) {
        if (!second.isEmpty() && BOXES.contains(second)) {
            return ISO_MEDIA;
        }
        if (first.equals("RIFF") || first.equals("RF64")) {
            return switch (third) {
                case "AVI " -> AVI;
                case "WEBP" -> WEBP;
                case "WAVE" -> WAVE;
                default -> UNKNOWN;
            };
        }
        if (first.equals("GIF8")) {
            return GIF;
        }
        return first.startsWith("ID3") ? MPEG_AUDIO : first.equals("ADIF") ? AAC : framed(head);
    }

    /** MPEG audio frames begin with eleven set bits; AAC's ADTS says layer 0. */
    private static Content framed(byte[] head) {
        if (head.length < 2 || (head[0] & 0xFF) != 0xFF || (head[1] & 0xE0) != 0xE0) {
            return UNKNOWN;
        }
        return (head[1] & 0x06) == 0 ? AAC : MPEG_AUDIO;
    }

    private static boolean bytes(byte[] head, int at, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (at + i >= head.length || (head[at + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] head, int at) {
        return at + 4 > head.length
                ? ""
                : new String(Arrays.copyOfRange(head, at, at + 4), StandardCharsets.ISO_8859_1);
    }

    /** Whether a file that is called {@code format} may begin so: the same family, or the other one of its kind. */
    boolean suits(Format format) {
        boolean taggedSound = this == MPEG_AUDIO && format == Format.AAC || this == AAC && format == Format.MP3;
        return this == format.content() || taggedSound;
    }
}
