package dev.beatcut.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** The first bytes of a file: whether they are those of any accepted format. Which one it is, the upstream judges. */
final class Beginning {

    /** So many bytes tell. */
    static final int LENGTH = 16;

    private static final Set<String> BOXES = Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot");
    private static final Set<String> RIFF_KINDS = Set.of("AVI ", "WEBP", "WAVE");

    private Beginning() {}

    static boolean isOfMedia(byte[] head) {
        return isMatroska(head) || isPicture(head) || isRiff(head) || BOXES.contains(text(head, 4, 4)) || isSound(head);
    }

    private static boolean isMatroska(byte[] head) {
        return bytes(head, 0x1A, 0x45, 0xDF, 0xA3);
    }

    private static boolean isPicture(byte[] head) {
        return bytes(head, 0xFF, 0xD8, 0xFF)
                || bytes(head, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')
                || text(head, 0, 4).equals("GIF8");
    }

    private static boolean isRiff(byte[] head) {
        var container = text(head, 0, 4);
        return (container.equals("RIFF") || container.equals("RF64")) && RIFF_KINDS.contains(text(head, 8, 4));
    }

    /** MPEG audio frames and ADTS begin with eleven set bits or more; tags and ADIF say what they are. */
    private static boolean isSound(byte[] head) {
        boolean framed = head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xE0) == 0xE0;
        return framed || text(head, 0, 3).equals("ID3") || text(head, 0, 4).equals("ADIF");
    }

    private static boolean bytes(byte[] head, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] head, int at, int length) {
        return at + length > head.length
                ? ""
                : new String(Arrays.copyOfRange(head, at, at + length), StandardCharsets.ISO_8859_1);
    }
}
