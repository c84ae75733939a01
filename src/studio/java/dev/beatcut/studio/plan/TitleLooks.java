package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When, where and in which colour a title is seen: the words around a title. */
final class TitleLooks {

    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("white", "#FFFFFF"),
            Map.entry("白", "#FFFFFF"),
            Map.entry("black", "#000000"),
            Map.entry("黑", "#000000"),
            Map.entry("red", "#FF3B30"),
            Map.entry("红", "#FF3B30"),
            Map.entry("green", "#34C759"),
            Map.entry("绿", "#34C759"),
            Map.entry("blue", "#0A84FF"),
            Map.entry("蓝", "#0A84FF"),
            Map.entry("yellow", "#FFD60A"),
            Map.entry("黄", "#FFD60A"),
            Map.entry("orange", "#FF9500"),
            Map.entry("橙", "#FF9500"),
            Map.entry("pink", "#FF2D92"),
            Map.entry("粉", "#FF2D92"),
            Map.entry("purple", "#AF52DE"),
            Map.entry("紫", "#AF52DE"),
            Map.entry("gold", "#FFC94A"),
            Map.entry("金", "#FFC94A"),
            Map.entry("cyan", "#32D7FF"),
            Map.entry("青", "#32D7FF"),
            Map.entry("grey", "#B0B0B0"),
            Map.entry("gray", "#B0B0B0"),
            Map.entry("灰", "#B0B0B0"));

    static final String COLOUR_NAMES = "white|black|red|green|blue|yellow|orange|pink|purple|gold|cyan|grey|gray";
    private static final Map<String, String> PLACES_ZH = Map.of(
            "top-left",
            "左上",
            "top-right",
            "右上",
            "center",
            "居中",
            "center-left",
            "左侧",
            "center-right",
            "右侧",
            "bottom-left",
            "左下",
            "bottom-center",
            "底部",
            "bottom-right",
            "右下");

    private static final String T = Durations.POINT;
    private static final String COLOUR =
            "(?:#[0-9a-f]{6}\\b|#[0-9a-f]{3}\\b|\\b(?:" + COLOUR_NAMES + ")\\b|[白黑红绿蓝黄橙粉紫金青灰]色?(?:的)?(?:字体|字|文字)?)";
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}\\b|#[0-9a-f]{3}\\b");
    private static final String SIZE =
            "(?:\\b(?:big|large|huge|bigger|larger|small|smaller|tiny|medium)\\b|大字号?|小字号?|大号|小号|大一点"
                    + "|小一点|放大|加大|变大|缩小|变小)";
    private static final String PLACE =
            "(?:\\b(?:top|upper|bottom|lower|middle|center(?:ed)?|centre(?:d)?|left|right|corner"
                    + "|third)\\b"
                    + "|左上角?|右上角?|左下角?|右下角?|顶部|顶端|上方|上面|上边|上部|正中间?|正中央|中间|中央|居中|中部|底部|底端|下方|下面|下边|下部)";
    private static final String PLACES = "(?:(?:in|at|on|to|near) )?(?:the )?(?:very )?" + PLACE
            + "(?:[ -]*(?:of (?:the )?(?:screen|frame|video|picture|film)|" + PLACE + ")){0,4}";

    /** Where, in which colour and how big, without when. */
    static final String SEEN = "(?:" + PLACES + "|(?:in )?" + COLOUR + "|(?:in )?" + SIZE + ")";

    /** What can stand before the word "title". */
    static final String BEFORE = "(?:\\b(?:a|an|the|my) )?(?:" + Durations.ANY + "(?: long)?(?=[ -]|的|$)-?(?:长)?的?"
            + "|(?:in|for|during) the (?:first|opening|last) " + Durations.ANY
            + "|(?:在|从)?第 ?" + T + "秒?(?:开始|处|时)?|(?:在)?(?:前|开头|开始的?|最后)" + Durations.ANY + "(?:里|内|钟)?"
            + "|(?:在|到)?(?:画面|屏幕|视频)?的?" + PLACE + "(?:位置)?(?:的)?|" + COLOUR + "的?|" + SIZE + "的?|bold|全程|一直|始终|一个|个)";

    /** What can stand after a title's words. A bare length of time after a comma is the film's. */
    static final String AFTER = "(?:\\s*,?\\s*(?:and |but )?(?:" + "(?:from|between|从) ?(?:第 ?|(?:the )?seconds? )?" + T
            + " ?(?:to|till|until|and|-|到|至) ?(?:第 ?|(?:the )?seconds? )?" + T
            + "|(?:starting |beginning )?(?:from|at|after|从第?|在第?|第)\\s*" + T + "(?:开始|起|处|时|出现)?"
            + "|(?:at|in) (?:the )?(?:very )?(?:start|beginning|end|opening)|(?:在)?(?:开头|片头|开始|结尾|片尾"
            + "|最后)(?!的?" + Durations.NUMBER + ")"
            + "|(?:until|till|to) the (?:very )?end\\b|(?:only )?(?:in|for|during|only|over) the (?:first|opening|last) "
            + Durations.ANY + "|(?:在|显示在|只在)?(?:前|开头|最后)"
            + Durations.ANY
            + "|(?:throughout|(?:for |during )?the (?:whole|entire) (?:time|video|film)|全程|一直显示|始终)"
            + "|" + PLACES + "|(?:放|显示|位于|移动|移)?(?:在|到)?(?:画面|屏幕|视频)?的?" + PLACE + "(?:位置|显示)?"
            + "|(?:in |用|颜色(?:为|是)?)?" + COLOUR + "(?: (?:letters|text|font))?|(?:in )?" + SIZE
            + "(?: (?:letters|text|font))?"
            + "|(?:make it|let it be|(?:move|put|place|keep) it(?: to| at| in| on)?|改成|变成|换成|让它|把它(?:改成|变成|移到|放在)?|要) ?"
            + SEEN
            + "|(?:with )?(?:a )?fade(?:s)?(?:[ -]in)?(?: and (?:fade )?out)?|淡入(?:淡出)?)"
            + "|\\s*,\\s*(?:lasting|visible for|shown for|显示|持续|停留|出现)\\s*" + Durations.ANY
            + "|\\s*[,–—-]\\s*(?<![\\d.])(?:[1-5](?:\\.\\d)?|[一二两三四五]) ?(?:seconds?|secs?|s\\b"
            + "|秒钟?)(?! ?(?:long\\b|video|film|vertical|portrait|wide|landscape|square|的|视频|竖|横|短))"
            + "|\\s*, ?for [1-9](?:\\.\\d)? ?" + "(?:seconds?|secs?|s\\b)"
            + "|\\s*(?:(?:for|lasting|lasts?|stays?(?: for)?|visible for|显示|持续|停留|出现)\\s*" + Durations.ANY + "| ?\\("
            + Durations.ANY + "\\)|(?<=\\S) ?"
            + Durations.ANY + "(?! ?(?:long\\b|video|film|的视频|视频))))";

    private static final Pattern RANGE = Pattern.compile("(?:from|between|从) ?(?:第 ?|(?:the )?seconds? )?(" + T
            + ") ?(?:to|till|until|and|-|到|至) ?(?:第 ?|(?:the )?seconds? )?(" + T + ")");
    private static final Pattern START = Pattern.compile("(?:\\bfrom|\\bat|\\bafter|从第?|在第?|第)\\s*(" + T + ")");
    private static final Pattern LAST = Pattern.compile("(?:\\bthe last|最后) ?(" + Durations.ANY + ")");
    private static final Pattern END = Pattern.compile("(?:at|in) the (?:very )?end|结尾|片尾|最后");
    private static final Pattern BEGIN =
            Pattern.compile("\\b(?:start|beginning|opening|first)\\b|开头|片头|前" + Durations.NUMBER);
    private static final Pattern WHOLE =
            Pattern.compile("throughout|whole|entire|\\b(?:until|till|to) the (?:very )?end|全程|一直|始终");
    private static final Pattern LENGTH = Pattern.compile(Durations.ANY);

    private TitleLooks() {}

    static TitleLook read(String said) {
        var look = timed(said);
        look = placed(look, said);
        var colour = HEX.matcher(said).find()
                ? HEX.matcher(said)
                : Pattern.compile(COLOUR).matcher(said);
        if (colour.find()) {
            look = look.coloured(hex(colour.group()));
        }
        var size = Pattern.compile(SIZE).matcher(said);
        if (size.find()) {
            look = look.sized(
                    switch (size.group()) {
                        case "bigger", "larger", "大一点", "放大", "加大", "变大" -> TitleLook.LARGER;
                        case "smaller", "小一点", "缩小", "变小" -> TitleLook.SMALLER;
                        case "small", "tiny", "小字", "小字号", "小号" -> "small";
                        case "medium" -> "medium";
                        default -> "large";
                    });
        }
        return look;
    }

    private static TitleLook timed(String said) {
        Matcher range = RANGE.matcher(said);
        if (range.find()) {
            long from = Durations.ms(range.group(1));
            return TitleLook.UNSAID.from(from).lasting(Math.max(300, Durations.ms(range.group(2)) - from));
        }
        if (WHOLE.matcher(said).find()) {
            return TitleLook.UNSAID.from(0).lasting(TitleLook.WHOLE);
        }
        Matcher last = LAST.matcher(said);
        if (last.find()) {
            return TitleLook.UNSAID.lasting(Durations.ms(last.group(1))).atTheEnd();
        }
        var look = TitleLook.UNSAID;
        Matcher start = START.matcher(said);
        var rest = said;
        if (start.find()) {
            look = look.from(Durations.ms(start.group(1)));
            rest = said.substring(0, start.start()) + " " + said.substring(start.end());
        } else if (BEGIN.matcher(said).find()) {
            look = look.from(0);
        } else if (END.matcher(said).find()) {
            look = look.atTheEnd();
        }
        Matcher length = LENGTH.matcher(rest);
        return length.find() ? look.lasting(Durations.ms(length.group())) : look;
    }

    private static TitleLook placed(TitleLook look, String said) {
        boolean top = said.matches(".*(?:\\btop\\b|\\bupper\\b|左上|右上|顶部|顶端|上方|上面|上边|上部).*");
        boolean bottom = said.matches(".*(?:\\bbottom\\b|\\blower\\b|左下|右下|底部|底端|下方|下面|下边|下部).*");
        boolean middle = said.matches(".*(?:\\bmiddle\\b|\\bcent(?:er|re)|正中|中间|中央|居中|中部).*");
        boolean left = said.matches(".*(?:\\bleft\\b|左上|左下).*");
        boolean right = said.matches(".*(?:\\bright\\b|右上|右下).*");
        if (!(top || bottom || middle || left || right)) {
            return look;
        }
        var row = top ? "top" : bottom ? "bottom" : "center";
        var side = left ? "-left" : right ? "-right" : row.equals("center") ? "" : "-center";
        return look.placed(row + side);
    }

    /** What is unusual in how a title is seen, after a comma; empty where it is as titles are. */
    static String words(ObjectNode m, Speech speech) {
        var words = new ArrayList<String>();
        var place = m.path("position").asText("top-center");
        if (!place.equals("top-center")) {
            words.add(speech.say(
                    place.replace('-', ' ').replace("center", "centre"), PLACES_ZH.getOrDefault(place, place)));
        }
        var colour = m.path("color").asText("#FFFFFF");
        if (!colour.equalsIgnoreCase("#FFFFFF")) {
            words.add(COLOURS.entrySet().stream()
                    .filter(entry -> entry.getValue().equalsIgnoreCase(colour)
                            && entry.getKey().matches(speech.say("[a-z]+", "\\p{IsHan}")))
                    .map(entry -> entry.getKey() + speech.say("", "色"))
                    .min(Comparator.naturalOrder())
                    .orElse(colour));
        }
        var size = m.path("size").asText("medium");
        if (!size.equals("medium")) {
            words.add(speech.say(size, size.equals("large") ? "大号" : "小号"));
        }
        return words.isEmpty() ? "" : speech.say(", ", "，") + String.join(speech.say(", ", "，"), words);
    }

    private static String hex(String said) {
        if (said.startsWith("#")) {
            var digits = said.substring(1).toUpperCase(java.util.Locale.ROOT);
            return "#" + (digits.length() == 6 ? digits : digits.replaceAll("(.)", "$1$1"));
        }
        return COLOURS.getOrDefault(said, COLOURS.get(said.substring(0, 1)));
    }
}
