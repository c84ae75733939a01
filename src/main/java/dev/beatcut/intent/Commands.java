package dev.beatcut.intent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short commands of the skills' routing table. A message is one only if nothing of it is left over: every word is the
 * command, its object or a courtesy. So "add upload progress bar text" is none.
 */
final class Commands {

    private static final int LONGEST = 80;

    private static final Pattern COURTESIES = Pattern.compile(
            "\\b(?:please|pls|plz|hey|hi|hello|ok|okay|thanks|thank you|thx|yes|yeah|yep|sure|great|perfect|alright"
                    + "|looks good|sounds good|just|now|right now|the|my|our|your|can you|could you|would you|will you"
                    + "|can i|could i|may i|can we|how (?:do|can) i|how to|i want to|i would like to|i'd like to|i wanna"
                    + "|i need to|i'll|we can|you can|you may|let me|let's|lets|go ahead and|ready to|time to|i'm|we're"
                    + "|and|then|so|yet|also|all|first|already|quickly|kindly|for me|for us)\\b");

    /** A noun here; elsewhere "cut" and "edit" tell somebody to cut. */
    private static final Pattern THE_CUT = Pattern.compile("\\b(?:the|my|our|this) (?:cut|edit)\\b");

    private static final Pattern WHEN_DONE = Pattern.compile("\\b(?:(?:when|once|after|as soon as|if) )?"
            + "(?:(?:it|this|that|you|everything|video|film|edit)(?:'s|'re| is| are| has| have)?(?: been)? )?"
            + "(?:done|ready|finished|complete|completed)(?: with (?:it|this|that))?\\b");

    private static final Map<Intent, List<Pattern>> ENGLISH = EnglishCommands.ALL;
    private static final Map<Intent, List<Pattern>> CHINESE = ChineseCommands.ALL;

    private Commands() {}

    static Intent read(String text) {
        if (text == null || text.length() > LONGEST) {
            return Intent.EDIT;
        }
        var said = Typing.plain(text);
        return find(ENGLISH, english(said))
                .or(() -> find(CHINESE, ChineseCommands.bare(said)))
                .or(() -> find(CHINESE, ChineseCommands.courteous(said)))
                .or(() ->
                        find(ENGLISH, squeezed(WHEN_DONE.matcher(english(said)).replaceAll(" "))))
                .orElse(Intent.EDIT);
    }

    private static String english(String said) {
        var words = squeezed(said.replaceAll("[^\\p{L}\\p{N}'_\\-]+", " "));
        return squeezed(
                COURTESIES.matcher(THE_CUT.matcher(words).replaceAll("video")).replaceAll(" "));
    }

    private static Optional<Intent> find(Map<Intent, List<Pattern>> commands, String said) {
        return commands.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(pattern -> pattern.matcher(said).matches()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String squeezed(String said) {
        return said.strip().replaceAll("\\s+", " ");
    }
}
