package dev.beatcut.studio.plan;

import java.util.List;
import java.util.regex.MatchResult;

/** Back to an earlier film, and forward again. */
final class Undos implements Topic {

    /** Back to the first film there was. */
    static final int ALL = Integer.MAX_VALUE;

    private static final String COUNT = "(?<count>\\d{1,2}|a|one|a couple of|the last)";
    private static final String CHANGES =
            "(?:changes?|edits?|steps?|things?|versions?|instructions?|actions?|commands?|ones?)";
    private static final String PREVIOUS =
            "(?:(?:the |my )?(?:previous|last|earlier|old|prior)(?: version| state| edit| one| cut| film| video)?|{the}version before(?: this(?: one)?| that)?)";

    private static final List<Phrase> PHRASES = List.of(
            redo("\\b(?:undo|revert|take back|cancel) (?:the |my |that |this )(?:last )?undo\\b"),
            Phrase.of(
                    "\\b(?:undo|revert) (?:it all|everything|all(?: of it| changes| my changes)?)\\b|\\b(?:start (?:all )?over(?: again)?|start from scratch|reset everything|back to the (?:very )?(?:start|first version|original version))\\b",
                    new Wish.Undo(ALL)),
            Phrase.of("(?:全部撤销|撤销(?:全部|所有)(?:的)?(?:修改|操作|更改)?|重新开始|恢复最初)", new Wish.Undo(ALL)),
            redo("\\b(?:redo|re-do)\\b(?: (?:that|it|the last (?:change|one|step|edit)|{the}" + CHANGES + "))?(?: ?"
                    + COUNT + " (?:times|steps?))?{end}"),
            redo("(?:重做|取消撤销|恢复撤销|撤销撤销|前进)" + "(?<count>{number})?(?:步|次)?"),
            undo("\\b(?:undo|revert) (?:{the}last |{the})?" + COUNT + " (?:last )?(?:" + CHANGES + "|times)\\b"),
            undo("\\bundo (?<count>\\d{1,2}) ?(?:x|times)?{end}|\\bundo twice\\b"),
            undo(
                    "\\b(?:please )?(?:undo|revert)\\b(?: (?:that|this|it|please|(?:{the}|what you )?(?:last|previous|latest|most recent)(?: (?:change|edit|step|thing|one|action|instruction|cut))?|{the}(?:change|edit|step)|to "
                            + PREVIOUS + "))?(?: (?:please|again))?{end}"),
            undo("\\b(?:go|step|move|take me|take it|take a step|bring it|put it) back(?: by)?(?: " + COUNT + " "
                    + CHANGES + ")?(?: (?:to|in) (?:" + PREVIOUS
                    + "|how it was(?: before)?|what it was(?: before)?|before|history))?(?: please)?{end}"),
            undo("\\b(?:restore|bring back|give me back|back to|i want|return to) " + PREVIOUS + "(?: back)?{end}"),
            undo(
                    "\\b(?:go |get |take it |take me |bring it )?back to (?:before|(?:how|what|the way) it was(?: before)?|where (?:we|it) (?:was|were)(?: before)?|what (?:we|i) had(?: before)?){end}"),
            undo(
                    "\\b(?:take (?:that|{the}(?:last|previous) (?:change|edit|step|one)) back|take back (?:that|{the}(?:last|previous) (?:change|edit|step|one))|{the}(?:previous|last|old) (?:version|one) was better|i (?:liked|preferred) {the}(?:previous|last|old|earlier) (?:version|one)(?: better| more)?|it was (?:better|nicer) before|i (?:liked|preferred) (?:it|that) (?:better |more )?(?:before|how it was(?: before)?)|cancel (?:that|the last (?:change|edit|step))|put it back(?: how it was)?)\\b"),
            undo(
                    "(?<!别|不要|不用)(?:请)?(?:撤销|撤消|撤回|撤退|回退|退回|返回|后退|倒退)(?:到)?(?:刚才|上一?次?|之前|前|最近)?(?:的)?(?<count>{number})?(?:步|次|个)?(?:的)?(?:操作|修改|更改|改动|编辑|版本|状态|一步)?"),
            undo(
                    "(?:回到|换回|恢复到?|还原到?|退到|取消)(?:刚才|上一?次?|上一?个?|之前|前|原来|最近)(?:的)?(?<count>{number})?(?:步|次|个)?(?:的)?(?:操作|修改|更改|改动|编辑|版本|状态|样子)?"),
            undo("\\b(?:ctrl|control|cmd|command) ?[+-]? ?z\\b|\\bgo back (?<count>\\d{1,2}){end}"),
            undo("上一步|还原{end}"));

    private static Phrase undo(String template) {
        return Phrase.of(template, match -> new Wish.Undo(count(match)));
    }

    private static Phrase redo(String template) {
        return Phrase.of(template, match -> new Wish.Redo(count(match)));
    }

    private static int count(MatchResult match) {
        var said = match.namedGroups().containsKey("count") ? match.group("count") : null;
        if (match.group().contains("twice") || "a couple of".equals(said)) {
            return 2;
        }
        return said == null || said.equals("the last")
                ? 1
                : Math.max(1, Durations.number(said).intValue());
    }

    @Override
    public void read(Sentence sentence) {
        PHRASES.forEach(sentence::read);
    }
}
