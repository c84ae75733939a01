package dev.beatcut.intent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That somebody wants the finished film, said within a longer message. A clause says so only if it is a whole export
 * command by itself, so "save the intro" and "export-style title" do not.
 *
 * @param edit the other words, as they were written; empty if there are none
 * @param command the words that ask for the film
 */
record FilmWish(String edit, String command) {

    /** @param before what parts it from the clause before */
    private record Clause(String before, String words, String masked) {}

    private static final String JOIN = "(?:and|then|&|\\+|plus|after that|afterwards?|finally|lastly|并且|然后|接着|随后|最后)";
    private static final String SIGNS = ",;，；、。！？!?~～…—\\n";
    private static final String JOINS = "(?:\\s{0,8}(?<![\\p{IsLatin}\\d-])" + JOIN + "(?![\\p{IsLatin}\\d-])[,，]?)";
    private static final Pattern BORDER = Pattern.compile("(?i)\\s{0,8}\\n\\s{0,8}(?:\\d{1,2}[.)、]|[-*•])\\s+"
            + "|\\s{0,8}(?:[" + SIGNS + "]|\\.(?=\\s|$)|(?<=\\s)[-–](?=\\s))[\\s" + SIGNS + "]*+" + JOINS
            + "{0,4}\\s{0,8}"
            + "|" + JOINS + "{1,4}\\s{0,8}"
            + "|(?<=\\p{IsHan})\\s{1,8}(?=\\p{IsHan})");

    /** Where a Chinese clause goes over to the next thing without a sign. */
    private static final Pattern THEN_ZH = Pattern.compile(
            "(?:之后|以后)?(?:再|并)|之后|以后|后|(?<=[好完])了?(?:就|直接)?|(?=(?:发送?|传)(?:给)?我)|(?<=[屏秒钟拍点])(?=导出|下载|保存)");

    private static final Pattern WHEN_DONE = Pattern.compile("(?i)[^\\p{L}_]*(?:(?:when|once|after|as soon as|if) "
            + "(?:it|this|that|you|everything|all|the \\p{L}+)(?:'s|’s|'re|’re| is| are| has| have| looks?)?(?: all)?(?: been)? "
            + "(?:done|ready|finished|complete|completed|good|fine|ok)(?: with (?:it|this|that))?|when (?:done|ready|finished)"
            + "|(?:做|剪|弄|搞|处理|制作|生成|编辑|都|全部)?(?:好|完|完成)(?:了|以后|之后|后|的话)+)[^\\p{L}_]*");
    private static final Pattern NOT_YET =
            Pattern.compile("(?i)\\b(?:let me|show(?: it)?(?: to)? me|i want to|i'll|i will|i'd like to)"
                    + " (?:first |just )?(?:(?:see|check|review|look|preview|confirm|approve|watch)(?: at| over)?"
                    + "(?: it| this| the (?:result|video|edit|film|cut))?|it|this|first)(?: first)?(?: before| and| then|\\s*[,.;])"
                    + "|\\bask me (?:first|before)\\b|^\\W*(?:how|why|what)\\b|(?:让我|给我|我)先?(?:看|确认|检查|预览|审核)|等我|^(?:怎么|如何|为什么)"
                    + "|(?:看|确认|检查|预览|审核)(?:完|过|一下|好|下|看)*(?:了|之后|以后|后|没问题)*[，,]?(?:再|才|后)");
    private static final Pattern NEGATED =
            Pattern.compile("(?i)(?:\\b(?:don't|dont|do not|not|never|no|without)|别|不要|不|勿|没)\\s*$");

    /** Words of a label that go on in the clause after: "a button that says save and export". */
    private static final Pattern LABEL =
            Pattern.compile("(?i)(?:\\b(?:words?|text|titles?|captions?|labels?|says?|saying|reads?"
                    + "|buttons?|called|named|icons?)\\b:? |(?:写|文字|标题|字幕|按钮|叫|改成|改为)(?:上|着|成|为|是)?)(?:save|share|edit|cut|upload|play|like"
                    + "|subscribe|send|copy|import|export|download|render|保存|下载|分享|导出|上传|剪辑|编辑)$");

    /** Whether nothing else is asked for. */
    boolean isAll() {
        return edit.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    static Optional<FilmWish> in(String text) {
        if (isExport(text)) {
            return Optional.of(new FilmWish("", text));
        }
        if (text == null || NOT_YET.matcher(Quotes.masked(text)).find()) {
            return Optional.empty();
        }
        var clauses = clauses(text);
        var edit = edit(clauses);
        return edit.size() == clauses.size()
                ? Optional.empty()
                : Optional.of(new FilmWish(joined(edit), joined(others(clauses, edit))));
    }

    private static List<Clause> clauses(String text) {
        var masked = Quotes.masked(text);
        var clauses = new ArrayList<Clause>();
        var before = "";
        int from = 0;
        for (var border = BORDER.matcher(masked); border.find(); from = border.end()) {
            add(clauses, before, text, masked, from, border.start());
            before = text.substring(border.start(), border.end());
        }
        add(clauses, before, text, masked, from, text.length());
        return clauses;
    }

    private static void add(List<Clause> clauses, String before, String text, String masked, int from, int to) {
        var then = THEN_ZH.matcher(masked).region(from, to).useTransparentBounds(true);
        while (!isExport(masked.substring(from, to)) && then.find()) {
            if (then.start() > from && isExport(masked.substring(then.end(), to))) {
                clauses.add(clause(before, text, masked, from, then.start()));
                clauses.add(clause(then.group(), text, masked, then.end(), to));
                return;
            }
        }
        clauses.add(clause(before, text, masked, from, to));
    }

    private static Clause clause(String before, String text, String masked, int from, int to) {
        return new Clause(before, text.substring(from, to), masked.substring(from, to));
    }

    private static boolean isExport(String clause) {
        return Commands.read(clause) == Intent.EXPORT;
    }

    /** All but the export commands and what only says when: "once it is done". */
    private static List<Clause> edit(List<Clause> clauses) {
        var film = new BitSet();
        for (int i = 0; i < clauses.size(); i++) {
            var labelled = i > 0 && !film.get(i - 1) ? clauses.get(i - 1).masked() : "";
            film.set(
                    i,
                    isExport(clauses.get(i).masked())
                            && !LABEL.matcher(labelled).find()
                            && !NEGATED.matcher(labelled).find());
        }
        var edit = new ArrayList<Clause>();
        for (int i = 0; i < clauses.size(); i++) {
            boolean onlyWhen = !film.isEmpty()
                    && WHEN_DONE.matcher(clauses.get(i).masked()).matches();
            if (!film.get(i) && !onlyWhen || film.isEmpty()) {
                edit.add(clauses.get(i));
            }
        }
        return edit;
    }

    private static List<Clause> others(List<Clause> clauses, List<Clause> edit) {
        return clauses.stream()
                .filter(clause -> edit.stream().noneMatch(other -> other == clause))
                .toList();
    }

    private static String joined(List<Clause> edit) {
        var words = new StringBuilder();
        for (var clause : edit) {
            boolean onlySigns = clause.before().codePoints().noneMatch(Character::isLetter);
            if (!clause.words().isBlank() || onlySigns) {
                words.append(words.isEmpty() ? "" : clause.before()).append(clause.words());
            }
        }
        return words.toString().strip();
    }
}
