package dev.beatcut.intent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The commands in Chinese: simplified characters without spaces and signs. */
final class ChineseCommands {

    private static final Pattern COURTESIES = Pattern.compile("请|麻烦|帮我|帮忙|给我(?=导出|下载|看|查)|一下子?|下(?=积分|余额|状态|进度|时间|轨道)"
            + "|我想要?|我要|我的|可以|可不可以|能不能|能否|能|现在就|直接|马上|赶紧|快点?|谢谢|你好|好的(?!视频|成片|影片|片子|文件)|那就|就(?=导出|下载|保存)|给我看看?");
    private static final Pattern ENDING = Pattern.compile("(?:吧|啊|呢|呀|哦|哈|啦|吗|嘛|么|不|谢谢)+$");

    /** Chinese messages with the English words of the trade in them. */
    private static final Map<Pattern, String> LOANS = loans();

    private static final String FILM =
            "(?:这个|这条|那个|最终|最后|高清|完整|做好|剪好|导出|的|版本?|视频|影片|成片|短片|片子|片|电影|作品|文件|结果|项目|它|mp4|mov|gif)";
    private static final String VERB = "(?:导出|汇出|下载|渲染|保存|输出|存|生成成片|出片)";
    private static final String FORMAT = "(?:成|为|到|在|用|" + FILM
            + "|高质量|无水印|原画|画质|清晰度|质量|分辨率|格式|\\d{3,4}p|[248]k|webm|mp3|本地|手机|相册|电脑|桌面|出来|下来|来|了|一份|一个|链接|地址)*";
    private static final String HAND_OVER = "(?:发送?|传|给|交)(?:给)?(?:我|过来|来)";

    static final Map<Intent, List<Pattern>> ALL = Map.of(
            Intent.EXPORT,
                    whole(
                            "(?:怎么|如何|哪里|在哪里?|从哪里?|开始|先|再)?" + VERB + FORMAT + "(?:再)?(?:" + HAND_OVER + ")?",
                            "(?:把|将)?" + FILM + "+(?:" + VERB + "|" + HAND_OVER + ")" + FORMAT,
                            HAND_OVER + "(?:下载)?(?:" + FILM + "|链接|地址)*(?:看看?)?",
                            "(?:发|给|传)(?:下载)?(?:" + FILM + "|链接|地址)+(?:给我|过来)",
                            "(?:把)?(?:下载|视频|文件|导出)?(?:的)?(?:链接|地址)(?:" + HAND_OVER + "|在哪里?)?",
                            "(?:做|弄|搞|处理|制作|生成)?(?:好|完|完成|完毕)(?:了|以后|之后|后)*(?:就|再)?(?:" + HAND_OVER + "|" + VERB + ")"),
            Intent.CREDITS,
                    whole(
                            "(?:查|查询|查看|看看|看|显示|告诉我)?(?:账户|账号|剩余|可用|当前|现在)?(?:的)?"
                                    + "(?:积分|余额|点数|额度)(?:余额|情况)?(?:(?:够|还)?(?:是|剩下|剩余|剩|有)?(?:多少|几个|几分|不足|够)?(?:了)?)",
                            "我?(?:还|现在|目前|一共)*(?:剩下|剩余|剩|有|能用)?(?:多少|几)(?:个|点)?(?:积分|余额|点数|额度)?(?:了)?",
                            "我?(?:还|现在)*有没?有?(?:积分|余额|点数|额度)"),
            Intent.STATUS,
                    whole(
                            "(?:查|查询|查看|看看|看|显示|列出|说说)?(?:当前|现在|目前|项目|视频|导出|渲染|所有|全部|有哪些|有什么)*(?:的)?"
                                    + "(?:状态|进度|轨道|时间线|时间轴)(?:里|上)?(?:怎么样|如何|到哪里?|是什么|有什么|是多少)?(?:了)?",
                            "(?:现在|目前|视频|它)*(?:是|做成|变成|剪成|弄成|进行得|做得|剪得)?(?:什么样|怎么样|什么样子|啥样|啥样子|怎样)(?:了)?",
                            "(?:" + FILM + ")*(?:导出|渲染|做|剪|弄|搞|生成|处理)?(?:好|完|完成|结束)了?(?:没有|没|吗)?(?<=[了没吗有成])",
                            "(?:做|剪|弄|进行|导出|处理)?到(?:哪里?|哪一步|什么程度|多少)了?",
                            "(?:还要|还需要|需要|大概要?)?(?:等)?多(?:久|长时间)(?:好|完成)?",
                            "(?:" + FILM + ")*(?:视频|成片|影片|片子|文件)(?:呢|在哪里?|去哪里?了)",
                            "(?:预览|看看?|播放)(?:" + FILM + ")*|有进展"),
            Intent.UPLOAD,
                    whole(
                            "(?:怎么|如何|怎样|哪里|在哪里?|先|再)?(?:上传)(?:一个|一些|几个|一首|一段|点|我|这个|这些|新|的|文件|视频|歌曲|歌|音乐|素材|照片|图片|音频|片段)*",
                            "(?:把)?(?:文件|视频|歌曲|歌|音乐|素材|照片|图片|音频|片段)(?:怎么|如何|在哪里?)?上传"));

    private ChineseCommands() {}

    /** Without courtesies and particles. */
    static String bare(String said) {
        return ENDING.matcher(courteous(said)).replaceFirst("");
    }

    /** With its last particle, which may be what makes it a question. */
    static String courteous(String said) {
        var words = said;
        if (words.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN)) {
            for (var loan : LOANS.entrySet()) {
                words = loan.getKey().matcher(words).replaceAll(loan.getValue());
            }
        }
        return COURTESIES.matcher(words.replaceAll("[^\\p{L}\\p{N}_]+", "")).replaceAll("");
    }

    private static Map<Pattern, String> loans() {
        var loans = new LinkedHashMap<Pattern, String>();
        for (var pair : List.of(
                "export 导出",
                "download 下载",
                "render 渲染",
                "save 保存",
                "videos? 视频",
                "credits? 积分",
                "balance 余额",
                "status 状态",
                "progress 进度",
                "timeline 时间线",
                "tracks? 轨道",
                "upload 上传",
                "files? 文件",
                "link 链接",
                "send 发",
                "me 我",
                "check 查",
                "show 显示",
                "please|pls|plz 请",
                "ok|okay|the|my|it 请")) {
            var at = pair.lastIndexOf(' ');
            loans.put(
                    Pattern.compile("(?<![\\p{IsLatin}-])(?:" + pair.substring(0, at) + ")(?![\\p{IsLatin}-])"),
                    pair.substring(at + 1));
        }
        return loans;
    }

    private static List<Pattern> whole(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }
}
