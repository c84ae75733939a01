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
            "transitions other than straight cuts",
            "直接切换以外的转场",
            "fades?[- ](?:in|out|to black)\\b(?: [^,.;]*)?|(?:cross-?fades?|cross-?dissolves?"
                    + "|dissolves?|transitions?|wipes?|flash(?:es)?|zoom punch(?:es)?|fade to black|whip "
                    + "pans?)\\b(?: effects?)?(?: (?:between|of|on|at) [^,.;]*)?|转场(?:效果|特效)?|淡入(?:淡出)?|淡出|叠化"
                    + "|闪白|渐变过渡|过渡效果"),
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
            "slow[- ]?mo(?:tion)?|speed ramps?|speed (?:it )?up|slow (?:it )?down|time-?lapse"
                    + "|(?:play )?(?:in )?reverse\\b|慢动作|倍速|双倍速度|慢放|快放|加速|减速|变速|倒放"),
    CLIP_CHOICE(
            "rules for single clips",
            "针对单个片段的要求",
            "(?:(?:use|keep|show|put|start with|end with|begin with|only use|remove|drop|skip|trim) "
                    + ")?(?:only )?(?:the )?(?:clip|video|photo|picture|shot|scene) \\d+\\b[^,.;]*|(?:(?:use"
                    + "|keep|show|put|start with|end with|begin with|remove|drop|skip|trim) )(?:only )?(?:the "
                    + ")?(?:first|second|2nd|third|3rd|last|\\d+th) (?:clip|video|photo|picture|shot"
                    + "|scene)s?\\b[^,.;]*|(?:把|将|让|用|只用)?(?:第[一二三四五六七八九十\\d]+|最后一)(?:个|段|张)(?:视频|片段|照片|图片"
                    + "|镜头)[^,.;，。]*"),
    PACE(
            "changing the pace by feeling or by section",
            "按感觉或段落调整快慢",
            "(?:make it |a bit |much )?(?:faster|slower|quicker)\\b[^,.;]*|(?:more|less|fewer) "
                    + "cuts\\b[^,.;]*|no cuts? (?:faster|shorter|longer|quicker) than [^,.;]*|(?:快|慢)一点|节奏(?:更"
                    + "|再)?(?:快|慢)(?:一?点|些)?|(?:少|多)切(?:一?点|一些)?"),
    LENGTH_BY_FEELING(
            "longer and shorter without a number (say the seconds)",
            "不带数字的时长增减（可以直接说秒数）",
            "(?:make (?:it|the (?:video|film)) )?(?:a bit |much )?(?:longer|shorter)\\b(?! ?(?::|to"
                    + "|than|,? ?\\d))|(?:再)?(?:长|短)一(?:点|些)|(?:加长|缩短)(?:一点|一些)"),
    BEATS_OF_BAR(
            "cutting on chosen beats of the bar",
            "只在小节中指定的拍上剪切",
            "(?:cuts? )?(?:only )?on (?:the )?(?:beats? )?\\d(?:st|nd|rd|th)?(?: ?(?:,|and|&|\\+) "
                    + "?\\d(?:st|nd|rd|th)?)+(?: beats?)?\\b|第[一二三四\\d]拍(?:和第[一二三四\\d]拍)*"),
    LOUDER(
            "louder and quieter without a number (a percentage works)",
            "不带数字的音量增减（可以说百分比）",
            "(?:make |turn )?(?:the )?(?:music|song|it|volume)? ?(?:a bit |much )?(?:louder|quieter"
                    + "|softer)\\b|turn (?:the )?(?:music|song|volume|it)? ?(?:down|up)\\b(?: (?:the "
                    + ")?(?:music|song|volume))?(?: a bit)?|(?:音乐|音量|声音)(?:再)?(?:大|小|响|轻)(?:一点|一些|声)?"),
    BEAT_CORRECTION(
            "correcting the beats",
            "校正节拍",
            "(?:double|half|halve) the tempo|(?:the )?first downbeat is[^,.;]*|shift the "
                    + "beats[^,.;]*|节拍(?:偏移|加倍|减半)[^,.;，。]*"),
    SONG_CHANGE(
            "replacing or repeating the song",
            "更换或循环歌曲",
            "(?:replace|change|swap|use another) (?:the )?(?:song|music|track|bgm)\\b[^,.;]*|(?:loop"
                    + "|repeat) (?:the |my )?(?:song|music|track|it)\\b[^,.;]*|(?:换|更换|替换)(?:一首|掉|个)?(?:歌曲?|音乐"
                    + "|配乐)|循环(?:播放)?(?:音乐|歌曲)?"),
    UNDO("undo", "撤销", "undo\\b[^,.;]*|go back to[^,.;]*|revert\\b[^,.;]*|撤销|撤回|恢复(?:到)?上一[^,.;，。]*"),
    RESOLUTION(
            "choosing the resolution here (it is chosen at export)",
            "在这里选择分辨率（导出时选择）",
            "\\b(?:4k|2160p|1440p|1080p|720p|480p|uhd|full hd|60 ?fps|24 ?fps)\\b(?: (?:mp4" + "|resolution))?"),
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
                Pattern.compile("(?:" + ENGLISH_LEAD + "|" + CHINESE_LEAD + ")(?<![\\p{IsLatin}])(?:" + words + ")");
    }

    Pattern words() {
        return words;
    }

    String in(Language language) {
        return language.choose(english, chinese);
    }
}
