package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How files are spoken of: {@code clip 2}, {@code the last photo}, {@code clips 1 and 3}, by name, 第二个视频. */
final class FileRefs {

    private static final String NOUN = "(?:clips?|videos?|photos?|pictures?|pics?|images?|shots?|scenes?)";
    private static final String ONE = "(?:(?:the |my |video |this )?" + NOUN
            + " (?:number |no\\.? ?|nr\\.? ?|# ?)?\\d{1,2}\\b(?!:| ?(?:%|s\\b|sec))"
            + "|#\\d{1,2}\\b(?=.{0,40}" + NOUN + ")|{the}{nth} (?:" + NOUN + "|one)\\b"
            + "|the (?:photo|picture|image)\\b(?! (?:\\d|number|in the|to the|is))"
            + "|{the}(?:" + NOUN + " )?{picture}(?: " + NOUN + "\\b)?)";
    private static final String NOUN_ZH = "(?:视频|片段|素材|照片|图片|镜头|画面|clip)";
    private static final String ONE_ZH = "(?:第[一二三四五六七八九十\\d]{1,3}(?:个|段|张|条|幅)?" + NOUN_ZH
            + "|第[一二三四五六七八九十\\d]{1,3}(?:个|段|张|条)(?=放在?最|放到最|排在?|移到|去掉|删|只放|只用|只在|完整|不要剪)"
            + "|(?:最后|最末)(?:的)?(?:一)?(?:个|段|张|条)" + NOUN_ZH
            + "|" + NOUN_ZH + " ?(?:[一二三四五六七八九]|\\d{1,2})(?![\\d秒分拍%倍个:点])|(?:" + NOUN_ZH + ")?{picture}(?:这个|这张|这段)?"
            + NOUN_ZH + "?)";

    /** Clips and photos, in English. */
    static final String PICTURES = "(?<refs>" + ONE + "(?:(?: ?, and | and | & | or )" + ONE
            + "|(?: ?, and | ?, ?| and | & | or )(?:{picture}|(?:the )?{nth}(?! (?:beat|bar|song|clip|video|photo|pic|shot|scene))\\b"
            + "|\\d{1,2}\\b(?! ?(?:s\\b|sec|min|%|beat|bar|:)))){0,5}(?: " + NOUN + "\\b)?)";

    static final String PICTURES_ZH = "(?<refs>(?:第[一二三四五六七八九十\\d]{1,3}(?:个|段|张|条)?(?:和|、|与|跟)){0,5}" + ONE_ZH
            + "(?:(?:和|、|与|跟|以及)" + ONE_ZH + "){0,5}(?:这)?(?:[几两二三四五六]|\\d)?(?:个|段|张|条)?" + NOUN_ZH + "?)";

    /** The same where nothing is made of them. */
    static final String ANY = PICTURES.replace("<refs>", ":");

    static final String ANY_ZH = PICTURES_ZH.replace("<refs>", ":");

    static final String SONG =
            "(?<song>(?:the |my )?{nth} (?:song|track|music|tune)\\b|(?:song|track) (?:number |no\\.? ?|# ?)?\\d{1,2}\\b"
                    + "|(?:(?:the |my )?(?:song|track|music) )?{songfile})";
    static final String SONG_ZH =
            "(?<song>第[一二三四五六七八九十\\d]{1,2}首(?:歌曲?|音乐|配乐)?|最后(?:的)?一首(?:歌曲?|音乐|配乐)?|(?:歌曲|音乐) ?\\d{1,2}(?![%\\d])|{songfile})";

    private static final Pattern TOKEN =
            Pattern.compile("(?<noun>" + NOUN + "\\b|" + NOUN_ZH + ")|(?<last>\\blast\\b|最后|最末)"
                    + "|(?<nth>\\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\\b)"
                    + "|(?<number>\\d{1,2}|[一二三四五六七八九十]{1,3}(?=个|段|张|条|幅|首|视频|片段|素材|照片|图片|镜头|画面|$|和|、|,|与|跟))|(?<file>"
                    + Sentence.PICTURE + "|" + Sentence.SONG + ")");
    private static final List<String> NTH =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private FileRefs() {}

    /** @param said a match of {@link #PICTURES} or {@link #PICTURES_ZH} */
    static List<FileRef> pictures(String said, Sentence sentence) {
        var kind = said.matches(".*(?:photo|pic|image|照片|图片).*") ? Material.Kind.PHOTO : Material.Kind.CLIP;
        var refs = refs(said, kind, sentence);
        return refs.isEmpty() ? List.of(new FileRef.All(kind)) : refs;
    }

    /** @param said a match of {@link #SONG} or {@link #SONG_ZH} */
    static FileRef song(String said, Sentence sentence) {
        return refs(said, Material.Kind.SONG, sentence).getFirst();
    }

    private static List<FileRef> refs(String said, Material.Kind kind, Sentence sentence) {
        var refs = new ArrayList<FileRef>();
        var tokens = TOKEN.matcher(said);
        while (tokens.find()) {
            var token = tokens.toMatchResult();
            if (token.group("file") != null) {
                refs.add(new FileRef.Named(sentence.words(token.group("file"))));
            } else if (token.group("noun") == null) {
                refs.add(new FileRef.Number(number(token), kind));
            }
        }
        return refs;
    }

    private static int number(MatchResult token) {
        if (token.group("last") != null) {
            return -1;
        }
        return token.group("nth") != null
                ? NTH.indexOf(token.group("nth")) + 1
                : Durations.number(token.group("number")).intValue();
    }
}
