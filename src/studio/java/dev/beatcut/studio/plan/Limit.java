package dev.beatcut.studio.plan;

import java.util.regex.Pattern;

/** What people ask of an editor and this one does not do yet. It says so by name instead of guessing. */
enum Limit {
    SUBTITLES(
            "subtitles from what is spoken",
            "根据语音生成字幕",
            "(?:subtitles?|captions)\\b(?: (?:by|from|with|using|for) [^,.;]*)?|speech recognition"
                    + "|transcri(?:be|ption)[^,.;]*|lyrics|karaoke|(?:自动|语音)?(?:识别|生成)?字幕|歌词|语音识别"),
    TRANSLATION("translations", "翻译", "translat(?:e|ion)\\b[^,.;]*|dub(?:bing)?\\b|翻译[^,.;，。]*|配音"),
    TRANSITIONS(
            "transitions other than flash, crossfade and zoom punch",
            "闪白、叠化、缩放冲击以外的转场",
            "(?:wipes?|whip pans?|spins?|glitch transitions?|page turns?|slide transitions?|swipes?|star wipes?)\\b"
                    + "(?: effects?| transitions?)?(?: (?:between|of|on|at) [^,.;]*)?|(?:擦除|翻页|旋转|滑动|甩)(?:转场|过渡)(?:效果)?"),
    EFFECTS(
            "visual effects, filters and stickers",
            "特效、滤镜和贴纸",
            "(?:effects?|fireworks?|sparkles?|particles?|glitch(?:es)?|filters?|stickers?|emojis?"
                    + "|watermarks?|logos?|lens flares?|confetti|shake|blur)\\b|特效|滤镜|贴纸|烟花|水印|表情|美颜|粒子|抖动"),
    COLOUR(
            "colour grading",
            "调色",
            "colou?r (?:grad(?:e|ing)|correct(?:ion)?)|black and white|sepia|saturat\\w+|brightness"
                    + "|contrast|brighter|darker|调色|黑白(?:效果|滤镜)|亮度|饱和度|对比度"),
    SPEED(
            "slow motion and other changes of speed",
            "慢动作和变速",
            "slow[- ]?mo(?:tion)?|speed ramps?|(?:speed (?:it )?up|slow (?:it )?down)(?! (?:the )?(?:cuts?|cutting|pace|pacing|editing|edit|rhythm))|time-?lapse"
                    + "|(?:play )?(?:in )?reverse\\b|慢动作|倍速|双倍速度|慢放|快放|加速|减速|变速|倒放"),
    ORDER(
            "another order of the clips (one can be first, one last)",
            "调整片段顺序（可以指定第一个和最后一个）",
            "(?:swap|exchange|switch) {the}{nth} (?:and|with) {the}{nth}(?: {clip})?|(?:shuffle|reorder|randomi[sz]e|mix up|reverse the order of) [^,.;]*|(?:in )?(?:a )?random order\\b"
                    + "|(?:swap|exchange|switch) " + FileRefs.ANY + "(?: (?:and|with) " + FileRefs.ANY + ")?"
                    + "|(?:put |move |show |place |play )?" + FileRefs.ANY
                    + " (?:right |directly )?(?:before|after|behind|ahead of|in front of) " + FileRefs.ANY
                    + "|(?:打乱|随机)(?:视频|片段|素材)?(?:的)?(?:顺序)?|(?:交换|对调)" + FileRefs.ANY_ZH + "(?:的)?(?:顺序|位置)?"
                    + "|(?:把|将)?" + FileRefs.ANY_ZH + "(?:放|移)?(?:在|到)" + FileRefs.ANY_ZH
                    + "(?:的)?(?:前面?|后面?|之前|之后)"),
    SHARE(
            "more or less of a single clip",
            "单个片段多用或少用",
            "(?:show |use )?(?:much |a bit |a lot )?(?:more|less|fewer)(?: shots| moments)? (?:of|from|with) "
                    + FileRefs.ANY + "|(?:show|let|make|keep|hold) " + FileRefs.ANY
                    + " (?:be |stay |last |run )?(?:for )?(?:much |a bit |a little )?(?:longer|shorter|more|less|more often|less often)\\b"
                    + "|(?:多|少)(?:放|用|来|展示)(?:一点|一些|点)?" + FileRefs.ANY_ZH),
    CLIP_CHOICE(
            "this rule for a single clip",
            "针对单个片段的这种要求",
            "(?:(?:use|keep|show|put|move|swap|trim|mute|rotate|crop|zoom) )?(?:only )?(?:the )?(?:clips?|videos?|photos?|pictures?|shots?|scenes?)"
                    + " \\d+\\b[^,.;]*|(?:(?:use|keep|show|put|move|swap|trim|mute|rotate|crop) )(?:only )?(?:the "
                    + ")?(?:first|second|2nd|third|3rd|last|\\d+th) (?:clip|video|photo|picture|shot"
                    + "|scene)s?\\b[^,.;]*|(?:trim|mute|rotate|crop|flip|mirror) " + FileRefs.ANY
                    + "|(?:把|将|让|用|只用)?(?:第[一二三四五六七八九十\\d]+|最后一)(?:个|段|张)(?:视频|片段|照片|图片|镜头)[^,.;，。]*"),
    SONG_LOOP(
            "repeating the song",
            "循环歌曲",
            "(?:loop|repeat) (?:the |my )?(?:song|music|track|it)\\b[^,.;]*|循环(?:播放)?(?:音乐|歌曲)?"),
    MUSIC_SHIFT(
            "moving the music against the film",
            "移动音乐的位置",
            "(?:move|shift|push|delay|bring|slide|start) {the}(?:music|song|track|audio)(?: (?:by|in|forwards?|back(?:wards?)?|later|earlier|sooner|ahead|on)){0,2}"
                    + " {time}(?: (?:later|earlier|sooner|forwards?|back(?:wards?)?|ahead))?"
                    + "|(?:move|shift|push|delay|bring|slide|start) {the}(?:music|song|track|audio)(?: (?:forwards?|back(?:wards?)?|later|earlier|sooner|ahead))+\\b"
                    + "|(?:把|将)?(?:音乐|歌曲)(?:往|向)?(?:前|后)(?:移动|移|推迟|推)(?:{time})?"),
    RESOLUTION(
            "choosing the file's format or resolution in an edit (both are chosen at export: mp4, webm, gif or mp3; 480p to 4k)",
            "在剪辑时选择文件格式或分辨率（导出时选择：mp4、webm、gif 或 mp3；480p 到 4k）",
            "(?:(?:make it|as|in|to|export as|export|save as|render(?: it)? (?:as|in)) (?:an? )?)?(?:4k|2160p|1440p|1080p|720p|480p|uhd|full hd|60 ?fps|24 ?fps|gif|webm|mp4|mov)\\b"
                    + "(?: (?:mp4|resolution|file|video|format))?|(?:导出|保存|输出)(?:为|成)(?:gif|webm|mp4|动图)|动图|高清|超清"),
    VOICE("voice-over", "旁白", "voice-?overs?\\b[^,.;]*|narrat(?:e|ion)\\b[^,.;]*|旁白|画外音");

    private static final String ENGLISH_LEAD =
            "(?:\\b(?:add|use|with|put|insert|apply|include|make|create|generate|do|in|some|a|an|the"
                    + "|cool|smooth|nice|automatic|auto|and then)\\b ){0,6}";
    private static final String CHINESE_LEAD = "(?:加上|添加|加入|加个|加一些|加点|加|使用|用|做|生成|制作|自动|一些|一个){0,6}";

    private final String english;
    private final String chinese;
    private final Pattern words;

    Limit(String english, String chinese, String words) {
        this.english = english;
        this.chinese = chinese;
        this.words =
                Vocabulary.pattern("(?:" + ENGLISH_LEAD + "|" + CHINESE_LEAD + ")(?<![\\p{IsLatin}])(?:" + words + ")");
    }

    Pattern words() {
        return words;
    }

    String in(Language language) {
        return language.choose(english, chinese);
    }
}
