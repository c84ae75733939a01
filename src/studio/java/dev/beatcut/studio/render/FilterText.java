package dev.beatcut.studio.render;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;

/** How values are written into an ffmpeg filter graph. */
final class FilterText {

    private FilterText() {}

    /** A value with characters that mean something to the option parser, then to the graph parser. */
    static String quoted(String value) {
        var option = value.replace("\\", "\\\\").replace("'", "\\'").replace(":", "\\:");
        return option.replaceAll("([\\\\'\\[\\],;])", "\\\\$1");
    }

    /** A file's path; ffmpeg takes forward slashes on every system. */
    static String path(Path file) {
        return quoted(file.toAbsolutePath().toString().replace(File.separatorChar, '/'));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
