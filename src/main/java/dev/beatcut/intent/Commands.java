package dev.beatcut.intent;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short commands of the skills' routing table. A message is one only if nothing of it is left over: every word is the
 * command, its object or a courtesy. So "add upload progress bar text" is none.
 */
final class Commands {

    private static final String OBJECT = "(?: (?:it|this|that|video|videos|movie|film|clip|edit|cut|file|files|result"
            + "|project|final|finished|whole|mp4|mov|webm|gif|mp3|1080p|720p|4k|hd|full|high|quality|resolution|version"
            + "|as|in|at|to|an|a|out|again|here|best|possible|link))*";
    private static final String FILE = "(?: (?:a|an|some|more|another|new|file|files|video|videos|clip|clips|song|songs"
            + "|music|audio|track|photo|photos|picture|pictures|image|images|footage|media|this|these|it|them|one))*";

    private static final Pattern COURTESIES = Pattern.compile(
            "\\b(?:please|pls|plz|hey|hi|ok|okay|thanks|thank you|just|now|the|my|our|your|can you|could you|would you"
                    + "|can i|could i|may i|i want to|i would like to|i'd like to|i wanna|i need to|let me|let's|lets"
                    + "|go ahead and|then|so|yet|also|all|for me|for us|to me)\\b");

    private static final Pattern COURTESIES_ZH =
            Pattern.compile("请|麻烦|帮我|帮忙|一下|吧|啊|呢|呀|我想要?|我要|我的|可以|能不能|能否|能|现在就|直接|谢谢|你好|给我看看?");

    private static final Map<Intent, List<Pattern>> ENGLISH = Map.of(
            Intent.EXPORT,
                    whole(
                            "(?:export|download|render|save)" + OBJECT,
                            "(?:send|give|get)(?: me)?(?: (?:video|movie|film|file|mp4|result|final|finished|download|link))+",
                            "(?:start|run|do|make)(?: an?)? (?:export|render|download)"),
            Intent.CREDITS,
                    whole(
                            "(?:check |show |show me |see |view |what is |what's |get )?(?:credits?|balance|credits? balance"
                                    + "|remaining credits|available credits|account balance)(?: left| remaining| balance)?",
                            "how (?:many|much)(?: (?:credits?|balance))?(?: (?:do i have|have i got|are there|is there|are|is))?"
                                    + "(?: left| remaining)?",
                            "do i have(?: any| enough)? credits(?: left)?"),
            Intent.STATUS,
                    whole(
                            "(?:check |show |show me |see |view |get |what is |what's |project |current )*"
                                    + "(?:status|state|progress)",
                            "(?:show|show me|list|see|view|display|what is on|what's on|describe)(?: current| me)?"
                                    + "(?: (?:tracks?|timeline|project|draft))+",
                            "(?:tracks|timeline)",
                            "(?:what|how) does it look(?: like)?",
                            "how is it going|how's it going|how far(?: (?:is it|are you|are we))?",
                            "(?:is it|are you)(?: (?:done|ready|finished))",
                            "what do(?: we| i)? have(?: so far)?|where are we"),
            Intent.UPLOAD, whole("(?:how (?:do i|to|can i) )?upload" + FILE));

    private static final Map<Intent, List<Pattern>> CHINESE = Map.of(
            Intent.EXPORT,
                    whole(
                            "(?:导出|下载|渲染|保存|输出|生成成片)(?:成|为|这个|最终|高清|的|视频|影片|成片|短片|文件|结果|它|mp4|1080p|到本地|出来|下来)*",
                            "(?:把|将)?(?:这个|最终|做好|剪好|的|视频|影片|成片|短片|文件|结果|它)+"
                                    + "(?:导出|下载|渲染|保存|发给我|发我|给我|发过来|传给我)(?:来|出来|下来|成|为|mp4)*",
                            "(?:发|给|传)(?:给)?我?(?:最终|的|视频|影片|成片|短片|文件|下载链接)+"),
            Intent.CREDITS,
                    whole(
                            "(?:查|查询|查看|看看|看|显示)?(?:账户|剩余|可用|当前)?(?:的)?(?:积分|余额|点数|额度)(?:余额)?"
                                    + "(?:(?:还)?(?:剩|有|剩下|剩余)?(?:多少|几个|几分)?(?:了)?)",
                            "(?:我)?(?:还|现在)?(?:剩下|剩余|剩|有|能用)(?:多少|几)(?:个)?(?:积分|余额|点数|额度)?(?:了)?"),
            Intent.STATUS,
                    whole(
                            "(?:查|查询|查看|看看|看|显示|列出)?(?:当前|现在|项目|所有|全部)?(?:的)?"
                                    + "(?:状态|进度|轨道|时间线|时间轴)(?:怎么样|如何|到哪|是什么)?(?:了)?",
                            "(?:现在|目前)?(?:是|做成|变成)?(?:什么样|怎么样|什么样子|啥样|啥样子)(?:了)?",
                            "(?:视频)?(?:做|剪|弄|生成|处理)(?:好|完|完成)(?:了)?(?:没有|没|吗)?",
                            "(?:好|完成)了(?:没有|没|吗)"),
            Intent.UPLOAD, whole("(?:怎么|如何|怎样)?上传(?:一个|一些|几个|一首|我|这个|这些|新|的|文件|视频|歌曲|歌|音乐|素材|照片|图片|音频|片段)*"));

    private Commands() {}

    static Intent read(String text) {
        if (text == null || text.length() > 80) {
            return Intent.EDIT;
        }
        var said = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        var english = squeeze(
                COURTESIES.matcher(said.replaceAll("[^\\p{L}\\p{N}'\\-]+", " ")).replaceAll(" "));
        var chinese =
                COURTESIES_ZH.matcher(said.replaceAll("[^\\p{L}\\p{N}]+", "")).replaceAll("");
        return find(ENGLISH, english)
                .or(() -> find(CHINESE, chinese))
                .or(() -> find(CHINESE, chinese.replaceFirst("吗$", "")))
                .orElse(Intent.EDIT);
    }

    private static Optional<Intent> find(Map<Intent, List<Pattern>> commands, String said) {
        return commands.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(pattern -> pattern.matcher(said).matches()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String squeeze(String said) {
        return said.strip().replaceAll("\\s+", " ");
    }

    private static List<Pattern> whole(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }
}
