package dev.beatcut.studio.plan;

import java.util.List;
import java.util.regex.MatchResult;

/** How short and how long a single shot may be. */
final class ShotLengths implements Topic {

    private static final String SHOT = "(?:cuts?|clips?|shots?|scenes?|photos?|pictures?|images?|segments?|videos?)";
    private static final String EACH =
            "(?:(?:every|each|all|any|a|the|keep|hold|show|make|let) ){0,3}" + SHOT + "\\b ?";
    private static final String BE =
            "(?:(?:should|must|can|may|to|stays?|lasts?|be|is|are|run|runs|for|on screen|has|have) ){0,4}";
    private static final String TIME = "(?<time>{time}|(?:a|one|half a|1) (?:second|sec)\\b|\\d?\\.\\d{1,3})";
    private static final String LONG = "(?: (?:long|each|apart|per " + SHOT + "|in length))?";
    private static final String EACH_ZH =
            "(?:每个|每张|每段|所有|任何|单个|一个)?(?:的)?(?:镜头|片段|画面|视频片段|视频|照片|图片|剪切|切换|素材)(?:的)?(?:时长|长度|时间|间隔)?(?:都)?";
    private static final String MUST_NOT_ZH = "(?:不要|不能|不可以|不得|不应|别|不)";

    private static final List<Phrase> PHRASES = List.of(
            longest("\\b(?:no|without|avoid|never) (?:any )?" + SHOT
                    + " (?:that (?:is|are) )?(?:longer|slower|more|over|above)(?: than)? " + TIME),
            longest("\\bnothing (?:longer|slower)(?: than)? " + TIME),
            between("{the}" + EACH + BE + "between (?<low>{time}|\\d{1,2}(?:\\.\\d{1,3})?) (?:and|to) (?<high>{time})"
                    + LONG),
            between(EACH_ZH + "(?:最短|至少|最少)(?<low>{time})[,，]?(?:最长|最多)(?<high>{time})"),
            between(EACH_ZH + "(?:在|为|是|控制在|保持在)?(?<low>{time}|{number})(?:到|至|-|~)(?<high>{time})(?:之间)?"),
            shortest("\\b(?:no|without|avoid|never) (?:any )?" + SHOT
                    + " (?:that (?:is|are) )?(?:faster|shorter|quicker|less|under|below)(?: than)? " + TIME),
            shortest(
                    "\\b(?:nothing|not|don't cut|never cut|no cutting) (?:shorter|faster|quicker|more often)(?: than)?(?: every)? "
                            + TIME),
            shortest("\\bdon't cut every " + TIME),
            shortest("{the}" + EACH + BE
                    + "(?:at least|no less than|no shorter than|not shorter than|not less than|never shorter than|longer than|over|min(?:imum)?(?: of)?) "
                    + TIME + LONG),
            shortest("\\bmin(?:imum)? (?:(?:" + SHOT
                    + "|cut) ?)?(?:length|duration|time)?(?: (?:is|of|should be|at))?:? ?" + TIME + "(?: per " + SHOT
                    + ")?"),
            shortest("\\bat least " + TIME + " (?:per|for each|for every|each|a|between) " + SHOT),
            longest("{the}" + EACH + BE
                    + "(?:at most|no more than|no longer than|not longer than|not more than|never longer than|shorter than|under|up to|max(?:imum)?(?: of)?) "
                    + TIME + LONG),
            longest("\\bmax(?:imum)? (?:(?:" + SHOT
                    + "|cut) ?)?(?:length|duration|time) ?(?:(?:is|of|should be|at) ?)?:? ?" + TIME + "(?: per " + SHOT
                    + ")?"),
            longest("\\b(?:at most|no more than|max(?:imum)?) " + TIME + " (?:per|for each|for every|each|a) " + SHOT),
            shortest(EACH_ZH + "(?:的)?" + MUST_NOT_ZH + "(?:要|能|得)?(?:少于|低于|短于|快于|小于|比)(?<time>{time})(?:更?短|更?快)?"),
            shortest(EACH_ZH + "(?:至少|最短|最少|不少于)(?:要|有|是|为|显示|停留)?(?<time>{time})"),
            shortest("(?:不要|别|没有)(?:有)?(?:比|短于|少于|快于|低于)(?<time>{time})(?:更?(?:短|快))?的?(?:镜头|片段|画面|切换|剪切)"),
            longest(EACH_ZH + "(?:的)?" + MUST_NOT_ZH + "(?:要|能|得)?(?:超过|长于|多于|大于)(?<time>{time})"),
            longest(EACH_ZH + "(?:最多|最长|控制在|限制在)(?:只能|是|为|显示|停留)?(?<time>{time})(?:以内|之内|内)?"),
            longest("(?:不要|别|没有)(?:有)?(?:超过|长于)(?<time>{time})的?(?:镜头|片段|画面)"));

    private static Phrase shortest(String template) {
        return Phrase.of(template, match -> new Wish.Shortest(ms(match, "time")));
    }

    private static Phrase longest(String template) {
        return Phrase.of(template, match -> new Wish.Longest(ms(match, "time")));
    }

    private static Phrase between(String template) {
        return Phrase.several(
                template, match -> List.of(new Wish.Shortest(ms(match, "low")), new Wish.Longest(ms(match, "high"))));
    }

    private static long ms(MatchResult match, String group) {
        var said = match.group(group);
        return Durations.ms(said.startsWith(".") ? "0" + said : said);
    }

    @Override
    public void read(Sentence sentence) {
        PHRASES.forEach(sentence::read);
    }
}
