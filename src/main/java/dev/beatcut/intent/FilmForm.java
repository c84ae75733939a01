package dev.beatcut.intent;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the asked-for film is to be, in the words of an export's {@code format} and {@code resolution}.
 *
 * @param format {@code mp4}, {@code webm}, {@code gif}, {@code mp3}; null if nothing is said
 * @param resolution {@code 480p}, {@code 720p}, {@code 1080p}, {@code 4k}; null if nothing is said
 */
public record FilmForm(String format, String resolution) {

    private static final Pattern FORMAT =
            Pattern.compile("(?i)(?<![\\p{IsLatin}\\d])(mp4|webm|gif|mp3)(?![\\p{IsLatin}\\d])");
    private static final Pattern RESOLUTION =
            Pattern.compile("(?i)(?<![\\p{IsLatin}\\d])(480p|720p|1080p|4k)(?![\\p{IsLatin}\\d])");

    /** @param command that asks for the film */
    static FilmForm in(String command) {
        return new FilmForm(said(FORMAT, command), said(RESOLUTION, command));
    }

    private static String said(Pattern word, String command) {
        var found = word.matcher(command);
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
