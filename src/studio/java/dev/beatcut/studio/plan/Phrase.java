package dev.beatcut.studio.plan;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One way to say something.
 *
 * @param wishes what it asks for; empty where it asks for nothing; null where it was something else after all
 */
record Phrase(Pattern pattern, Function<MatchResult, List<Wish>> wishes) {

    /** @param template see {@link Vocabulary} */
    static Phrase of(String template, Function<MatchResult, Wish> wish) {
        return several(template, match -> {
            var read = wish.apply(match);
            return read == null ? null : List.of(read);
        });
    }

    static Phrase of(String template, Wish... wishes) {
        return several(template, match -> List.of(wishes));
    }

    static Phrase several(String template, Function<MatchResult, List<Wish>> wishes) {
        return new Phrase(Vocabulary.pattern(template), wishes);
    }
}
