package dev.beatcut.studio.plan;

import java.util.List;
import java.util.regex.MatchResult;

/** Which of the songs the film has. */
final class OtherSongs implements Topic {

    private static final String TUNE = "(?:(?:background |backing )?(?:music|song|bgm|soundtrack|track|tune)s?)\\b";
    private static final String CHANGE = "\\b(?:replace|change|swap(?: out)?|switch|exchange)";
    private static final String AS = "(?: (?:as|for|instead(?: of {the}" + TUNE
            + ")?)(?: (?:the |my )?(?:background )?(?:music|song|soundtrack|bgm))?)?(?: instead)?";
    private static final String TUNE_ZH = "(?:背景)?(?:歌曲?|音乐|配乐|bgm|曲子)";

    private static final List<String> TEMPLATES = List.of(
            CHANGE + " (?:{the}" + TUNE + " )?(?:with|to|for|by|into) " + FileRefs.SONG + AS,
            "\\b(?:use|using|play|take|try|with|want|put|add|(?:go |switch )?back to|return to|switch to)(?: (?:on|in))? "
                    + FileRefs.SONG + "(?! (?:from|at|to|volume|down|up|louder|quieter|\\d))" + AS,
            "\\bcut (?:it )?to " + FileRefs.SONG,
            CHANGE + " {the}" + TUNE
                    + "(?! (?:volume|level|loudness|start|to \\d|down|up|at))(?: (?:with|to|for|by) (?:a |an )?(?:different|another|new|other|next)(?: one| "
                    + TUNE + ")?)?",
            "\\b(?:use|try|play|take|want|pick|give me|with|put)(?: on)? (?:a |an |the |my )?(?:different|another|other|new|next) "
                    + TUNE + AS,
            "{begin}(?:a |an |the )?(?:different|another|other|next) " + TUNE + "{end}",
            "(?:把)?" + TUNE_ZH + "?(?:换成|改成|改用|替换成|替换为|用|使用)" + FileRefs.SONG_ZH + "(?:作为|做|当)?(?:" + TUNE_ZH + ")?",
            "(?:换|更换|替换|换掉|改)(?:成)?(?:一|另一|别的|其他|另外一)?(?:首|个|掉|段)?(?:别的|其他的?|另外的?|新的?)?" + TUNE_ZH + "(?!音量)",
            "(?:把)?" + TUNE_ZH + "(?:给)?(?:换掉|换一首|换一个|更换|替换掉?|换了|换成(?:别的|另一首|其他的))",
            "(?:用|使用|来|试试)(?:另一首|别的|另外一首|下一首|其他的?)" + TUNE_ZH + "?");

    private static final List<java.util.regex.Pattern> PATTERNS =
            TEMPLATES.stream().map(Vocabulary::pattern).toList();

    @Override
    public void read(Sentence sentence) {
        PATTERNS.forEach(pattern -> sentence.read(pattern, match -> new Wish.OtherSong(song(match, sentence))));
    }

    private static FileRef song(MatchResult match, Sentence sentence) {
        return match.namedGroups().containsKey("song") ? FileRefs.song(match.group("song"), sentence) : null;
    }
}
