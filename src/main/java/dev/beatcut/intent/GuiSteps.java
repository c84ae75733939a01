package dev.beatcut.intent;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a step on a screen from a sentence about the film, in a clause. */
final class GuiSteps {

    /** Says what the step after it is for: "to export, click ...". */
    private static final Pattern LEADS_IN = Pattern.compile(
            "^[^\\p{L}\\p{N}_]*(?:\\d+[.)]\\s*)?(?:to|if|when|once|for|after|before|next|first|second|third|finally|then|now|alternatively|otherwise"
                    + "|from there|simply|just|as soon as|in|on|at|under|inside|from|using|with|step \\d+)\\b(?!.*\\b(?:I|I've|we)\\b)"
                    + "|^[^\\p{L}\\p{N}_]*(?:如果|若|要|想|当|满意后|如需|需要|接下来|首先|其次|最后|然后|或者|另外|此外|同时|满意|确认|完成后|在|之后)",
            Pattern.CASE_INSENSITIVE);

    /** Stands by itself, also after a step. */
    private static final Pattern STANDS = Pattern.compile(
            "^[^\\p{L}\\p{N}_]*(?:(?:and|but|so|while)\\s+)?(?:I|I've|I'll|we|the|your|this|that|there|they|all|everything|each|it's|it is|it has"
                    + "|it was|(?:just |simply )?(?:let|tell|ask) me|just tell|just say|don't|no|its|right now|currently)\\b"
                    + "(?! (?:will|should|can|download|export|file|render|video will|film will|video should|panel|tab|menu))"
                    + "|\\d+ (?:cuts?|tracks?|clips?|seconds?|shots?)\\b",
            Pattern.CASE_INSENSITIVE);

    private GuiSteps() {}

    /**
     * Which clauses of a sentence are steps.
     *
     * @param afterStep the sentence before it was nothing else
     */
    static BitSet among(List<String> clauses, boolean afterStep) {
        var steps = new BitSet();
        steps.set(0, isStep(clauses.getFirst(), false) || afterStep && goesOn(clauses.getFirst()));
        for (var i = 1; i < clauses.size(); i++) {
            steps.set(i, isStep(clauses.get(i), steps.get(i - 1)));
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
        var words = Quotes.masked(clause).replaceAll("\\*\\*|__(?=\\p{L})|[#`]", "");
        return EnglishSteps.isStep(words)
                || ChineseSteps.isStep(words)
                || afterStep
                        && (hasHan(words)
                                ? ChineseSteps.goesOn(words)
                                : !STANDS.matcher(words).find());
    }

    private static boolean goesOn(String sentence) {
        return EnglishSteps.goesOn(sentence)
                || ChineseSteps.GOES_ON_IN_LIST.matcher(sentence).find();
    }

    private static boolean hasHan(String words) {
        return words.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN);
    }

    static Set<Suggestion> suggestions(String step) {
        var said = step.toLowerCase(Locale.ROOT).replaceAll("https?://\\S+", "");
        var found = EnumSet.noneOf(Suggestion.class);
        if (says(said, "\\b(?:export|download|publish|save|share)|导出|下载|保存|分享")) {
            found.add(Suggestion.EXPORT);
        } else if (says(said, "\\b(?:account|billing|credits?|subscription|upgrade|top up)\\b|账户|账单|充值|积分|订阅|升级")) {
            found.add(Suggestion.CREDITS);
        } else if (says(
                said,
                "\\b(?:drag|drop(?!-?down)|slider|adjust|change|pick|(?<!the )edit|trim|replace|swap|resize|reposition|move|set|tweak|fine-tune|customize"
                        + "|rename|retype|delete|remove|split|volume)|拖|调|修改|编辑|替换|更换|删除|裁剪|移动|滑块|改")) {
            found.add(Suggestion.EDIT);
        }
        if (says(said, "\\b(?:preview|timeline|play(?:ing|back)?\\b|watch|review)|预览|时间线|时间轴|播放|试听|试看")
                || found.isEmpty()
                        && says(
                                said,
                                "\\b(?:open|opening|switch|go|head|navigate|find|see|look|check|view|locate)\\b|打开|进入|查看|找到|看到")) {
            found.add(Suggestion.TIMELINE);
        }
        return found;
    }

    /** Of words that stay: "your video is ready to export". */
    static Set<Suggestion> hints(String sentence) {
        return says(
                        Quotes.masked(sentence).toLowerCase(Locale.ROOT),
                        "\\b(?:ready|want|like|wish) (?:to (?:be )?|for )(?:export|download)|可以导出了|可以下载了")
                ? EnumSet.of(Suggestion.EXPORT)
                : EnumSet.noneOf(Suggestion.class);
    }

    private static boolean says(String said, String words) {
        return Pattern.compile(words).matcher(said).find();
    }
}
