package dev.beatcut.studio.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** On which beats of the bar the film cuts. */
final class BarBeats implements Topic {

    private static final String LEAD =
            "(?:\\b(?:cuts?|cutting|edit|switch|change)\\b ?(?:{the}{clip} ?)?(?:only )?)?(?:\\bonly )?";
    private static final String OF_BAR = "(?: (?:of|in) (?:the|every|each|a) (?:bar|measure)s?)?";
    private static final String NUMBER = "(?:[1-8](?:st|nd|rd|th)?|one\\b)";
    private static final String NTH = "(?:first|second|third|fourth|[1-8](?:st|nd|rd|th)?)";
    private static final String ZH_CUT = "(?:上|的时候)?(?:切换?|剪|卡点)?";
    private static final Pattern ONE = Pattern.compile("first|one|second|third|fourth|\\d|[一二两三四]");

    private static final List<Phrase> PHRASES = List.of(
            Phrase.of(LEAD + "on (?:the )?(?:back ?beats?)\\b", new Wish.OnBeats(Set.of(2, 4))),
            beats(LEAD + "on (?:the )?(?:beats? )?(?<beats>" + NUMBER + "(?: ?(?:,|and|&|\\+|/) ?(?:the )?" + NUMBER
                    + "){1,3})(?: beats?\\b)?" + OF_BAR + "(?! ?(?:%|s\\b|sec|min))"),
            beats(LEAD + "on (?:the )?(?<beats>" + NTH + "(?: ?(?:,|and|&) ?(?:the )?" + NTH + "){1,3}) beats?\\b"
                    + OF_BAR),
            beats(LEAD + "on beats? (?<beats>" + NUMBER + ")\\b" + OF_BAR),
            beats(LEAD + "only on (?:the )?(?<beats>[1-8])\\b" + OF_BAR + "{end}"),
            beats(
                    LEAD
                            + "on the (?<beats>second|third|fourth|2nd|3rd|4th) beat (?:of|in) (?:the|every|each|a) (?:bar|measure)"),
            beats("(?:只)?(?:在)?(?:每小节)?(?:的)?(?<beats>第?[一二三四1-4](?:拍)?(?:(?:和|、|,|与|及)第?[一二三四1-4](?:拍)?){1,3})(?<=拍)"
                    + ZH_CUT),
            beats("(?:只)?(?:在|切|卡)(?:每(?:个)?小节)?(?:的)?(?<beats>第[一二三四1-4]拍)" + ZH_CUT));

    private static Phrase beats(String template) {
        return Phrase.of(template, match -> new Wish.OnBeats(positions(match)));
    }

    private static Set<Integer> positions(MatchResult match) {
        var positions = new TreeSet<Integer>();
        ONE.matcher(match.group("beats")).results().forEach(one -> positions.add(position(one.group())));
        return positions;
    }

    private static int position(String said) {
        return switch (said) {
            case "first", "one" -> 1;
            case "second" -> 2;
            case "third" -> 3;
            case "fourth" -> 4;
            default -> Durations.number(said).intValue();
        };
    }

    @Override
    public void read(Sentence sentence) {
        PHRASES.forEach(sentence::read);
    }
}
