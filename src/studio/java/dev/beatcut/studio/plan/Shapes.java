package dev.beatcut.studio.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Vertical, wide or square, said as such or by the place where the film will be shown. */
final class Shapes implements Topic {

    private static final String LEAD =
            "(?:(?:\\b(?:change|crop|turn|convert|switch|resize|set|reformat|format)\\b (?:it "
                    + "|(?:the |my )?(?:video|film|movie|clips?|format|aspect(?: ratio)?|ratio|frame|size) )?"
                    + "|\\b(?:the )?aspect(?: ratio)?(?: of)? )?(?:\\b(?:in|as|for|to|on|into|a|an)\\b "
                    + "){0,6}(?:the |my )?|(?:画面|比例|尺寸|格式)?(?:改成|改为|换成|变成|转成|裁剪成|裁成|调成|适合|发|用于))?";
    private static final String TAIL =
            "(?:[ -]*(?:format|mode|aspect(?: ratio)?|ratio|orientation|version|frame|size|feed"
                    + "|posts?|画面|比例|格式|尺寸|版本|版)){0,4}";
    private static final Map<Shape, Pattern> WORDS = new LinkedHashMap<>();

    static {
        // The narrower meaning first: YouTube Shorts are not YouTube, and Reels are not Instagram's feed.
        word(
                Shape.VERTICAL,
                "\\b(?:youtube |yt )?shorts\\b|\\byoutube short\\b|\\b(?:instagram |insta |ig |facebook "
                        + "|fb )?(?:reels|stories)\\b|\\b(?:instagram|insta|ig|facebook) (?:reel|story)\\b"
                        + "|(?<!highlight )(?<!highlights )(?<!demo )(?<!show )(?<!best )\\breel\\b"
                        + "|\\bvertical(?:ly)?\\b|\\bportrait\\b(?! (?:photos?|pictures?|clips?))|\\b9 ?(?::|x|/"
                        + "|by|比) ?16\\b|9[:比]16|\\b1080 ?[x*] ?1920\\b|\\btik ?tok\\b|\\bsnapchat\\b|\\bupright\\b|\\bhochformat\\b|\\b(?:my |a )?(?:phone|mobile)s?\\b(?= ?(?:screen|format|$|[,.;!]))"
                        + "|手机(?:屏幕?|播放|观看|看)|竖屏|竖版|竖向|竖的|竖着|竖视频|抖音|快手|视频号|小红书");
        word(
                Shape.WIDE,
                "\\b(?:wide|widescreen)\\b(?! shots?)|\\blandscape\\b(?! (?:photos?|pictures?|clips?"
                        + "|shots?))|\\bhorizontal(?:ly)?\\b|\\b16 ?(?::|x|/|by|比) ?9\\b|16[:比]9|\\b1920 ?[x*] "
                        + "?1080\\b|\\byoutube\\b|\\bvimeo\\b"
                        + "|\\bquerformat\\b|\\b(?:my |the |a )?(?:tv|television|cinema|projector|desktop)\\b(?: screen)?|横屏|横版|电视|电脑|横向|横的|宽屏|油管|b站|哔哩哔哩|\\bbilibili\\b");
        word(Shape.FEED, "\\b4 ?(?::|x|/|by) ?5\\b|4[:比]5|\\b1080 ?[x*] ?1350\\b");
        word(
                Shape.SQUARE,
                "\\bsquare\\b|\\bquadratisch\\b|\\bsquared\\b|\\b1 ?(?::|x|by) ?1\\b|1[:比]1|\\b1080 ?[x*] ?1080\\b|\\b(?:instagram"
                        + "|insta)\\b|方形|正方|方的|方屏|一比一");
    }

    private static void word(Shape shape, String pattern) {
        WORDS.put(shape, Pattern.compile(LEAD + "(?:" + pattern + ")形?" + TAIL));
    }

    @Override
    public void read(Sentence sentence) {
        WORDS.forEach((shape, words) -> sentence.read(words, match -> new Wish.Framing(shape)));
    }
}
