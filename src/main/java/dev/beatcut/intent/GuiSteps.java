package dev.beatcut.intent;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a step on a screen from a sentence about the film, in a clause. */
final class GuiSteps {

    private static final String THING =
            "(?:button|panel|tab|menu|toolbar|sidebar|icon|slider|window|dialog|editor|player"
                    + "|page|settings|library|timeline|corner|dropdown|inspector|dashboard)";

    /** What may stand before an imperative. */
    private static final String LEAD =
            "^\\W*(?:(?:and|or|then|please|just|simply|now|next|first|finally|also|you|we|can"
                    + "|could|may|might|should|want|need|like|to|if|when|once|happy|ready|satisfied|done|are|is|it|you're|feel|free"
                    + "|want)\\b\\W*)*";

    private static final Pattern STEP = Pattern.compile(
            LEAD + "(?:(?:click|double-click|right-click|tap|drag|hover|scroll|swipe)\\b"
                    + "|drop (?:it|them|the|your|any|files)\\b"
                    + "|(?:press|hit|use|open|select|choose|find|see|check|go to|head to|head over to|navigate to|switch to"
                    + "|look at|preview|play|review|adjust|change|pick|expand)\\b.{0,60}?\\b" + THING + "s?\\b"
                    + "|check (?:your )?(?:account|billing))",
            Pattern.CASE_INSENSITIVE);

    /** This and the Chinese one begin with the letters that any of their words begin with: few places are looked at. */
    private static final Pattern STEP_WITHIN = Pattern.compile(
            "\\b(?=[bcthpy])(?:\\b(?:by|by simply) (?:clicking|dragging|dropping|tapping|opening|pressing|selecting)\\b"
                    + "|\\b(?:click|clicking|tap|tapping|press|pressing|hit) (?:on )?(?:the|on)\\b.{0,40}?\\b" + THING
                    + "\\b"
                    + "|\\byou (?:can|could|may) (?:also )?(?:click|drag|tap|open the)\\b)",
            Pattern.CASE_INSENSITIVE);

    /** Goes on from a step: "click Export, choose 1080p, and save the file". */
    private static final Pattern NEXT_STEP = Pattern.compile(
            "^\\W*(?:(?:and|or|then|to)\\s+)*(?:choose|select|pick|save|download|wait|adjust|set|preview|play|find|look|use"
                    + "|enter|type|confirm|move|release|change)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final String THING_ZH = "(?:面板|菜单|窗口|页面|界面|选项卡|标签页|按钮|工具栏|侧边栏|设置|编辑器|播放器|图标|时间线|时间轴)";
    private static final Pattern STEP_ZH = Pattern.compile("(?=[点单双轻拖右按悬打进切前转找使展选在到从查检])"
            + "(?:点击|点按|点一下|单击|双击|轻点|拖拽|拖动|拖放|拖到|拖入|右键|按下|悬停"
            + "|(?:打开|进入|切换到|前往|转到|找到|使用|展开|选择).{0,16}" + THING_ZH
            + "|(?:在|到|从).{0,12}" + THING_ZH + ".{0,4}(?:预览|查看|调整|选择|编辑|修改)"
            + "|(?:查看|检查).{0,4}(?:账户|账单))");

    /** Says what the step after it is for: "to export, click ...". */
    private static final Pattern LEADS_IN =
            Pattern.compile("^\\W*(?:to|if|when|once|for)\\b|^(?:如果|若|要|想|当|满意后|如需|需要)", Pattern.CASE_INSENSITIVE);

    private GuiSteps() {}

    /** Which clauses of a sentence are steps. */
    static BitSet among(List<String> clauses) {
        var steps = new BitSet();
        for (var i = 0; i < clauses.size(); i++) {
            steps.set(i, isStep(clauses.get(i), i > 0 && steps.get(i - 1)));
        }
        for (var i = clauses.size() - 2; i >= 0; i--) {
            if (steps.get(i + 1) && LEADS_IN.matcher(clauses.get(i)).find()) {
                steps.set(i);
            }
        }
        return steps;
    }

    /** @param afterStep the clause before it was one */
    private static boolean isStep(String clause, boolean afterStep) {
        var words = Quotes.masked(clause);
        return STEP.matcher(words).find()
                || STEP_WITHIN.matcher(words).find()
                || STEP_ZH.matcher(words).find()
                || afterStep && NEXT_STEP.matcher(words).find();
    }

    static Set<Suggestion> suggestions(String step) {
        var said = step.toLowerCase(Locale.ROOT);
        var found = EnumSet.noneOf(Suggestion.class);
        if (said.matches("(?s).*(?:export|download|导出|下载).*")) {
            found.add(Suggestion.EXPORT);
        } else if (said.matches("(?s).*(?:account|billing|账户|账单|充值).*")) {
            found.add(Suggestion.CREDITS);
        } else if (said.matches("(?s).*(?:drag|drop|slider|adjust|change|pick|拖|调整|修改).*")) {
            found.add(Suggestion.EDIT);
        }
        if (said.matches("(?s).*(?:preview|timeline|预览|时间线|时间轴).*")) {
            found.add(Suggestion.TIMELINE);
        }
        return found;
    }
}
