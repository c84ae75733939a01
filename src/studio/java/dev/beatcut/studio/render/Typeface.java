package dev.beatcut.studio.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The font that titles are set in, Latin and Chinese: which characters it has and how wide they are. Read from the
 * file itself, since AWT needs a fontconfig that a bare machine lacks.
 */
final class Typeface {

    private static final String BUNDLED = "/fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf";

    private final ByteBuffer font;
    private final Map<String, Integer> tables = new HashMap<>();
    private final int segments;
    private final int cmap;
    private final int unitsPerEm;
    private final int wideGlyphs;

    private Typeface(byte[] bytes) {
        this.font = ByteBuffer.wrap(bytes);
        for (int i = 0; i < font.getShort(4); i++) {
            var tag = new String(bytes, 12 + 16 * i, 4, java.nio.charset.StandardCharsets.US_ASCII);
            tables.put(tag, font.getInt(12 + 16 * i + 8));
        }
        this.unitsPerEm = unsigned(tables.get("head") + 18);
        this.wideGlyphs = unsigned(tables.get("hhea") + 34);
        this.cmap = segmentedCoverage();
        this.segments = font.getInt(cmap + 12);
    }

    static Typeface bundled() {
        try (var in = open()) {
            return new Typeface(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the font's file where ffmpeg can read it. */
    static void copyTo(Path file) throws IOException {
        try (var in = open()) {
            Files.copy(in, file);
        }
    }

    private static InputStream open() throws IOException {
        var in = Typeface.class.getResourceAsStream(BUNDLED);
        if (in == null) {
            throw new IOException("The title font " + BUNDLED + " is not on the class path");
        }
        return in;
    }

    /** The text without the characters that the font cannot draw, such as emoji. */
    String drawable(String text) {
        var kept = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\n' || Character.isWhitespace(c) || glyph(c) != 0)
                .map(c -> c != '\n' && Character.isWhitespace(c) ? ' ' : c)
                .forEach(kept::appendCodePoint);
        return kept.toString().replaceAll(" {2,}", " ").strip();
    }

    /** In em. */
    double width(String text) {
        return text.codePoints().mapToDouble(c -> advance(glyph(c))).sum() / unitsPerEm;
    }

    private int advance(int glyph) {
        return unsigned(tables.get("hmtx") + 4 * Math.min(glyph, wideGlyphs - 1));
    }

    /** 0 is the glyph for what is missing. */
    private int glyph(int codePoint) {
        int low = 0;
        int high = segments - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            int at = cmap + 16 + 12 * middle;
            if (codePoint < font.getInt(at)) {
                high = middle - 1;
            } else if (codePoint > font.getInt(at + 4)) {
                low = middle + 1;
            } else {
                return font.getInt(at + 8) + codePoint - font.getInt(at);
            }
        }
        return 0;
    }

    /** The character map of format 12, which covers all of Unicode. */
    private int segmentedCoverage() {
        int start = tables.get("cmap");
        for (int i = 0; i < unsigned(start + 2); i++) {
            int offset = start + font.getInt(start + 4 + 8 * i + 4);
            if (unsigned(offset) == 12) {
                return offset;
            }
        }
        throw new IllegalStateException("The title font has no character map of format 12");
    }

    private int unsigned(int at) {
        return font.getShort(at) & 0xFFFF;
    }
}
