package dev.beatcut.session;

import dev.beatcut.access.Profile;
import dev.beatcut.problem.Problem;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a caller says to open a project; all of it may be left out.
 *
 * @param profile {@code music-cog-online} (default) or {@code music-to-best}
 * @param language a language tag such as {@code en} or {@code zh-CN}
 * @param name for people, at most 100 characters
 */
public record OpenSession(String profile, String language, String name) {

    static final OpenSession DEFAULT = new OpenSession(null, null, null);

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int LONGEST_NAME = 100;

    Profile chosenProfile() {
        return profile == null ? Profile.DEFAULT : Profile.of(profile);
    }

    /** @param accepted the caller's {@code Accept-Language}, best first, or null */
    String chosenLanguage(Locale accepted) {
        if (language == null) {
            return accepted == null || !isSaid(accepted) ? "en" : accepted.toLanguageTag();
        }
        if (!TAG.matcher(language).matches()) {
            throw Problem.invalid(
                    "The language \"" + language + "\" is no language tag.", "Give one such as \"en\" or \"zh-CN\".");
        }
        return language;
    }

    /** {@code Accept-Language: *}, which is also what leaving it out means, says nothing. */
    private static boolean isSaid(Locale accepted) {
        return accepted.getLanguage().matches("[a-z]{2,3}");
    }

    String chosenName() {
        if (name == null || name.isBlank()) {
            return "project";
        }
        if (name.length() > LONGEST_NAME) {
            throw Problem.invalid(
                    "The name has " + name.length() + " characters; at most " + LONGEST_NAME + " are kept.",
                    "Give a shorter name.");
        }
        return name.strip();
    }
}
