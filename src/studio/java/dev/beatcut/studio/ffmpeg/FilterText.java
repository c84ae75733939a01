package dev.beatcut.studio.ffmpeg;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Text inside a filter graph. A value passes two readers: the graph's, which knows quotes, brackets, commas and
 * semicolons, and the filter's own, which knows colons and equals signs; backslash and quote mean something to both.
 *
 * <p>Source: "Notes on filtergraph escaping" in ffmpeg-filters.
 */
public final class FilterText {

    private static final String OPTION_SPECIALS = "\\':";
    private static final String GRAPH_SPECIALS = "\\'[],;";

    private FilterText() {}

    /** Any text as the value of a filter's option: {@code "drawtext=text=" + value(title)}. */
    public static String value(String text) {
        return escaped(escaped(text, OPTION_SPECIALS), GRAPH_SPECIALS);
    }

    /** A path as the value of a filter's option, such as {@code fontfile} or {@code textfile}. */
    public static String path(Path path) {
        return value(path.toAbsolutePath().toString());
    }

    /** Six digits, whatever the language of the machine. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    /**
     * Literal text for drawtext, together with the option that keeps percent signs from being expanded:
     * {@code "drawtext=" + drawn(title) + ":fontfile=" + path(font)}.
     */
    public static String drawn(String text) {
        return "expansion=none:text=" + value(text);
    }

    private static String escaped(String text, String specials) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // the readers also trim: a space at either end stays only when it is escaped
            var edge = Character.isWhitespace(c) && (i == 0 || i == text.length() - 1);
            if (edge || specials.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }
}
