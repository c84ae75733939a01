package dev.beatcut.studio.render;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A title broken into lines that fit.
 *
 * @param size of an em, pixels
 */
record TitleLines(List<String> lines, int size) {

    private static final int MOST_LINES = 3;

    /** @param wanted size of an em in pixels; smaller when the text would not fit into {@code room} pixels' width */
    static TitleLines fit(String text, Typeface typeface, double wanted, double room) {
        double size = wanted;
        while (size > 8) {
            var lines = wrapped(text, typeface, room / size);
            double em = room / size;
            if (lines.size() <= MOST_LINES && lines.stream().allMatch(line -> typeface.width(line) <= em)) {
                return new TitleLines(lines, (int) size);
            }
            size *= 0.93;
        }
        return new TitleLines(wrapped(text, typeface, room / 8), 8);
    }

    /** Breaks where a language allows it: at spaces, and between Chinese characters. */
    private static List<String> wrapped(String text, Typeface typeface, double room) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\n")) {
            var line = new StringBuilder();
            for (var piece : pieces(paragraph)) {
                if (!line.isEmpty() && typeface.width((line + piece).stripTrailing()) > room) {
                    lines.add(line.toString().strip());
                    line.setLength(0);
                }
                line.append(piece);
            }
            lines.add(line.toString().strip());
        }
        lines.removeIf(String::isBlank);
        return lines;
    }

    private static List<String> pieces(String text) {
        var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        var pieces = new ArrayList<String>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            pieces.add(text.substring(from, to));
        }
        return pieces;
    }
}
