package dev.beatcut.studio.plan;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where in the song the film begins. */
final class SongStarts implements Topic {

    private static final String SONG = "(?:the |my |this )?(?:song|music|track|bgm|audio)";
    private static final String PART =
            "(?<part>(?:first |main |big |beat )?drop\\b|chorus|hook\\b|refrain|best (?:part|bit"
                    + "|section)|climax|most energetic part|(?:very )?(?:start|beginning))";
    private static final String VERB =
            "\\b(?:start|starting|starts|begin|beginning|begins|play|playing|use|using|take|cut in|pick)\\b";
    private static final String FROM = "(?:from|at|with|on) (?:the |its )?";
    private static final String OF_SONG = "(?: (?:of|in|into|from) " + SONG + ")?";
    private static final List<Pattern> ENGLISH = Stream.of(
                    VERB + " (?:(?:it|" + SONG + "|{the}{film}) )?(?:(?:playing|starting) )?" + FROM + PART + OF_SONG,
                    "\\b" + SONG + " (?:(?:to )?(?:start|starting|starts|begin|beginning|begins|playing) )?" + FROM
                            + PART,
                    "(?:\\bfrom|{begin}at) (?:the )?" + PART + OF_SONG + "{end}",
                    "\\b(?:use|using|take|only|just|with|play) (?:only |just )?(?:the )?" + PART + OF_SONG,
                    VERB + " (?:(?:it|" + SONG + ") )?(?:from|at) (?<at>{time})" + OF_SONG,
                    SONG + " (?:(?:starts?|starting|begins?) )?(?:from|at) (?<at>{time})",
                    "\\bfrom (?<at>\\d+:\\d\\d)(?:" + OF_SONG + "| on(?:wards?)?)(?! ?(?:to|-|until))")
            .map(Vocabulary::pattern)
            .toList();
    private static final List<Phrase> SECTIONS = List.of(
            Phrase.of(
                    "(?:" + VERB + " (?:(?:it|" + SONG
                            + "|{the}{film}) )?|\\b(?:jump|go|skip|cut) (?:straight |right |directly )?(?:to )?|{begin})"
                            + "(?:from |at |with |to )?{the}(?<part>verses?|bridges?|break(?:down)?s?|build[- ]?ups?|outro|intro)"
                            + OF_SONG
                            + "{end}",
                    match -> match.group().matches(".*(?:from|at|with|to|jump|go) .*")
                            ? new Wish.SongFrom(new SongPoint.Section(Part.called(match.group("part")), false))
                            : null),
            Phrase.of(
                    "\\b(?:skip|without|leave out|cut out|drop|lose|no|after) {the}intro\\b" + OF_SONG
                            + "{end}|\\b(?:start|begin) after {the}intro" + OF_SONG
                            + "|(?:跳过|去掉|不要|没有)(?:歌曲|音乐)?(?:的)?前奏|从前奏(?:之后|后面?)(?:开始)?",
                    new Wish.SongFrom(new SongPoint.Section(Part.INTRO, true))),
            Phrase.of(
                    "\\b(?:jump|go|skip|cut) (?:straight|right|directly)?(?: ?to)? ?{the}(?:beat |first |main )?drop\\b",
                    new Wish.SongFrom(new SongPoint.Drop())),
            Phrase.of(
                    "\\b(?:jump|go|skip|cut) (?:straight|right|directly)?(?: ?to)? ?{the}(?:chorus|hook|best part)\\b",
                    new Wish.SongFrom(new SongPoint.Best())),
            Phrase.of(
                    "(?:音乐|歌曲)?从(?<part>主歌|间奏|过门|铺垫|尾奏|前奏)(?:部分)?(?:开始|起)(?:播放)?",
                    match -> new Wish.SongFrom(new SongPoint.Section(Part.called(match.group("part")), false))));
    private static final Pattern CHINESE =
            Pattern.compile("(?:(?:音乐|歌曲?|配乐|bgm))?(?:从|在|用)(?:音乐|歌曲?|配乐|bgm)?的?(?:第)?(?:(?<part>副歌|高潮|最精彩|最好听|最燃"
                    + "|drop|头)(?:的)?(?:部分|地方|片段|段落|那段)?|(?<at>" + Durations.ANY + "))(?:开始|起|进)?(?:播放)?");

    @Override
    public void read(Sentence sentence) {
        SECTIONS.forEach(sentence::read);
        ENGLISH.forEach(pattern -> sentence.read(pattern, m -> wish(group(m, "part"), group(m, "at"))));
        sentence.read(CHINESE, m -> wish(m.group("part"), m.group("at")));
    }

    private static Wish wish(String part, String at) {
        if (at != null) {
            return new Wish.SongFrom(new SongPoint.At(Durations.ms(at)));
        }
        if (part.matches(".*(?:start|beginning)|头")) {
            return new Wish.SongFrom(new SongPoint.At(0));
        }
        return new Wish.SongFrom(part.endsWith("drop") ? new SongPoint.Drop() : new SongPoint.Best());
    }

    private static String group(MatchResult match, String name) {
        return match.namedGroups().containsKey(name) ? match.group(name) : null;
    }
}
