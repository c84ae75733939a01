package dev.beatcut.studio.render;

import dev.beatcut.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a render job asks for.
 *
 * @param format {@code mp4}, {@code webm}, {@code gif} or {@code mp3} (the sound alone)
 * @param quality {@code high}, {@code medium} or {@code draft}
 * @param resolution {@code 480p}, {@code 720p}, {@code 1080p} or {@code 4k}: the shorter side
 * @param preview a quick look: 480p in draft quality, whatever else is asked
 */
public record Output(String format, String quality, String resolution, boolean preview) {

    public static final Output DEFAULT = new Output("mp4", "high", "1080p", false);

    private static final List<String> FORMATS =
            Arrays.stream(FilmFormat.values()).map(FilmFormat::word).toList();
    private static final List<String> QUALITIES = List.of("high", "medium", "draft");
    private static final List<String> RESOLUTIONS =
            Arrays.stream(Resolution.values()).map(Resolution::word).toList();

    /**
     * Checked; what is null is as in {@link #DEFAULT}.
     *
     * @throws Problem INVALID_REQUEST that says what was received and what is accepted
     */
    public static Output asked(String format, String quality, String resolution, boolean preview) {
        return new Output(
                known("format", format, DEFAULT.format, FORMATS),
                known("quality", quality, DEFAULT.quality, QUALITIES),
                known("resolution", resolution, DEFAULT.resolution, RESOLUTIONS),
                preview);
    }

    private static String known(String field, String said, String otherwise, List<String> accepted) {
        var wanted = said == null ? otherwise : said.toLowerCase(Locale.ROOT);
        if (!accepted.contains(wanted)) {
            throw Problem.invalid(
                    "output." + field + " is \"" + said + "\".", "Accepted: " + String.join(", ", accepted) + ".");
        }
        return wanted;
    }

    public FilmFormat file() {
        return FilmFormat.valueOf(format.toUpperCase(Locale.ROOT));
    }

    /** The size that is aimed at: a GIF of 1080p would be larger than any place takes. */
    Resolution size() {
        var asked = Resolution.values()[RESOLUTIONS.indexOf(resolution)];
        return preview || file() == FilmFormat.GIF ? Resolution.P480 : asked;
    }

    String effort() {
        return preview ? "draft" : quality;
    }
}
