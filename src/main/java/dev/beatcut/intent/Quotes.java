package dev.beatcut.intent;

import java.util.regex.Pattern;

/** Words between quotation marks: a title's, a button's; never a command or a step themselves. */
final class Quotes {

    /** Begins with what all have in common, so that few places in a text are looked at more than once. */
    private static final Pattern QUOTED = Pattern.compile("(?=[\"“”„「『《＂«`‘'])(?:"
            + "\"[^\"\\n]{0,200}\"|[“”„][^“”\\n]{0,200}”|「[^」\\n]{0,200}」"
            + "|『[^』\\n]{0,200}』|《[^》\\n]{0,200}》|＂[^＂\\n]{0,200}＂|«[^»\\n]{0,200}»|`[^`\\n]{0,200}`"
            + "|‘[^’\\n]{0,200}’(?!\\p{L})|(?<![\\p{L}\\p{N}])'[^'\\n]{0,200}'(?![\\p{L}\\p{N}]))");

    private Quotes() {}

    /** The same length, with an underscore for everything within quotation marks. */
    static String masked(String text) {
        return QUOTED.matcher(text)
                .replaceAll(quoted -> "_".repeat(quoted.group().length()));
    }
}
