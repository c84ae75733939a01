package dev.beatcut.timeline;

import dev.beatcut.timeline.Picture.Ink;
import dev.beatcut.timeline.Picture.Mark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Marks as an SVG document that is as wide as its place, up to twice its own size. */
final class Svg {

    private final StringBuilder svg = new StringBuilder();
    private int clips;

    private Svg() {}

    static String of(List<Mark> marks, String title) {
        var writing = new Svg();
        var paper = marks.getFirst();
        writing.write(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"100%%\""
                        + " style=\"max-width:%dpx\" role=\"img\">%n",
                number(paper.width()), number(paper.height()), 2 * Picture.WIDTH);
        writing.write("<title>%s</title>%n", escaped(title));
        writing.style();
        marks.forEach(writing::mark);
        return writing.svg.append("</svg>\n").toString();
    }

    private void style() {
        svg.append(
                "<style>\ntext{font:12px system-ui,'Noto Sans SC',sans-serif}.head{font-weight:600;font-size:16px}\n");
        Ink.all().forEach(ink -> write(".%s{fill:#%06x}%n", name(ink), ink.rgb));
        svg.append("</style>\n");
    }

    private static String name(Ink ink) {
        return ink.name().toLowerCase(Locale.ROOT);
    }

    private void mark(Mark mark) {
        if (mark.text() == null) {
            box(mark);
        } else if (!mark.text().isBlank() && mark.width() > 8) {
            text(mark);
        }
    }

    private void box(Mark mark) {
        write(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"",
                name(mark.ink()), number(mark.x()), number(mark.y()), number(mark.width()), number(mark.height()));
        svg.append(
                mark.hint() == null || mark.hint().isEmpty()
                        ? "/>\n"
                        : "><title>" + escaped(mark.hint()) + "</title></rect>\n");
    }

    private void text(Mark mark) {
        int clip = clips++;
        write(
                "<clipPath id=\"c%d\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"24\"/></clipPath>%n",
                clip, number(mark.x()), number(mark.y() - 18), number(mark.width()));
        write(
                "<text class=\"%s\" x=\"%s\" y=\"%s\" clip-path=\"url(#c%d)\">%s</text>%n",
                name(mark.ink()), number(mark.x()), number(mark.y()), clip, escaped(mark.text()));
    }

    private void write(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** Also leaves out what XML does not allow. */
    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
