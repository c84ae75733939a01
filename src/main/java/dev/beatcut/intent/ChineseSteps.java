package dev.beatcut.intent;

import java.util.regex.Pattern;

/** Steps on a screen in Chinese. A clause comes with quoted words masked by underscores. */
final class ChineseSteps {

    private static final String PLACE = "(?:面板|菜单|窗口|页面|界面|选项卡|标签页|按钮|工具栏|侧边栏|侧栏|属性栏|状态栏|搜索框|输入框|对话框|弹窗|下拉框|设置(?:页|项)"
            + "|编辑器|播放器|播放键|图标|滑块|素材库|音乐库|媒体库|播放头|预览区|快捷键|右上角|左上角|右下角|左下角|右键|鼠标)";
    private static final String TRACK = "(?:" + PLACE + "|设置|时间线|时间轴|轨道|左侧|右侧|顶部|底部|上方|下方)";

    private static final Pattern STEP = Pattern.compile(
            "(?:点击|点此|点这里|点按|点一下|点选|单击|双击|轻点|轻触|长按|右击|拖拽|拖动|拖放|拖到|拖入|拖至|勾选|悬停)"
                    + "(?!感|率|量|声|音|效果|式|风格)"
                    + "|按(?:下|住)?\\s*(?:ctrl|cmd|command|shift|alt|空格|回车|delete|_{2,}|[⌘⇧])"
                    + "|(?:打开|进入|切换到|前往|转到|去|找到|使用|展开|选择|调整|选中|移动|滑动|返回|通过|利用).{0,16}" + PLACE
                    + "|(?:打开|进入|切换到|前往|转到|返回).{0,10}" + TRACK
                    + "|(?:在|到|从|于|用).{0,14}" + TRACK + ".{0,6}(?:预览|查看|调|选|编辑|修改|看到|找到|设置|更改|替换|播放|拖|点|更换|裁剪|导出|试听)"
                    + "|" + PLACE + ".{0,8}(?:有|是|会有|可以|即可|处|里|中)"
                    + "|(?:有|看到|找到|使用|用).{0,10}(?:按钮|图标|滑块|菜单)"
                    + "|(?:您|你)(?:现在|也|还|就|便){0,4}(?:可以?|能)?(?:现在|直接|先|再|随时|自行|手动|在.{1,12}){0,4}(?:预览|导出|下载|播放|试听|保存|查看效果|分享|剪裁)"
                    + "|^[^\\p{L}\\p{N}_]*(?:现在|快去|快来|快|去|满意后|满意的话|就|即|也|便|则|请|随时|直接|然后|之后|再|完成后|接着){0,4}(?:可以?|能)?(?:现在|直接|先|再|就|随时|请){0,4}"
                    + "(?:预览|导出|下载|试听|播放)(?:一下|看看|视频|成片|效果|最终|您|你|即可|了|吧|[^\\p{L}\\p{N}]*$)"
                    + "|(?:查看|检查|前往|登录).{0,4}(?:账户|账单|账号)",
            Pattern.CASE_INSENSITIVE);

    /** The speaker's own work is content, unless it is advice. */
    private static final Pattern OWN = Pattern.compile(
            "^[^\\p{L}\\p{N}_]*(?:我们?(?!建议|推荐|帮您准备)|已经?(?!可以)|为[您你]|帮[您你]|刚刚|刚才|[^，。]{0,8}已(?:经)?(?:把|将|为|帮|拖|调|移|放|加|换|改))");

    private static final Pattern FOOTAGE = Pattern.compile("镜头|画面|素材里|片段里|人物|门");
    private static final Pattern GOES_ON = Pattern.compile(
            "^[^\\p{L}\\p{N}_]*(?:即可|就(?:可|能|会)|然后|再|并|或|等待|等|选择|选|保存|下载|输入|确认|调整|设置|查看|预览|播放|修改|更改|拖|导出|点|找到|松开|可以?|便|也可|来|以便|从而|方便|移动|更换|替换|编辑|试听|直接|最后|效果|随后|系统会|视频(?:就)?会|完成后)");

    /** The same across sentences, in a list of steps. */
    static final Pattern GOES_ON_IN_LIST =
            Pattern.compile("^[^\\p{L}\\p{N}_]*\\d{1,3}[.)、]\\s*(?:选择|选|保存|输入|确认|等待|设置|勾选|导出|下载)");

    private ChineseSteps() {}

    static boolean isStep(String clause) {
        return !OWN.matcher(clause).find()
                && STEP.matcher(clause).find()
                && !(FOOTAGE.matcher(clause).find() && !clause.matches("(?s).*(?:点击|双击|单击|拖动|拖拽|右键|面板).*"));
    }

    /** Whether the clause goes on from a step before it. */
    static boolean goesOn(String clause) {
        return GOES_ON.matcher(clause).find();
    }
}
