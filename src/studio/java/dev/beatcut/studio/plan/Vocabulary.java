package dev.beatcut.studio.plan;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that several topics know, and patterns made with them: <code>{song}</code> in a pattern stands for every
 * way to say song. Every repetition is bounded, so that no text takes long to read.
 */
final class Vocabulary {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("the", "(?:(?:the|my|this|that|these|those|our|your|its|all|any|some|both|of) ){0,3}"),
            Map.entry("song", "(?:(?:background |backing )?(?:music|song|bgm|soundtrack|track|tune)\\b)"),
            Map.entry("film", "(?:whole )?(?:videos?|films?|movie|edit|thing|reel|montage|it)\\b"),
            Map.entry("clip", "(?:clips?|videos?|photos?|pictures?|pics?|images?|shots?|scenes?|footage)\\b"),
            Map.entry(
                    "bit",
                    "(?<bit>(?:(?:just )?a (?:little|tiny|wee) bit|(?:just )?a bit|a little|bit|slightly|somewhat|a touch|a notch|a hair|a tick|a smidge|a smidgen"
                            + "|a tad|a lot|much much|much|way|far|even|still|really|very|quite|twice as|2x|3x) )?"),
            Map.entry(
                    "much",
                    "(?: (?<more>(?:just )?a (?:little |tiny |wee )?bit|(?:just )?a (?:little|touch|tad|notch|hair|tick|smidge)|slightly|somewhat|a lot|much))?"),
            Map.entry("zhbit", "(?<bit>稍微|稍稍|略微|更加|再|更|要|变|加)"),
            Map.entry("zhmore", "(?<more>一点点|一点儿?|一些|点儿?|些|很多|得多|多了|一倍)"),
            Map.entry("not", "\\b(?:don't (?:want to )?|do not (?:want to )?|never |stop |no need to |not |without )"),
            Map.entry("zhnot", "(?:不要|不想|不用|不需要|别|不能|无需)(?:再|给|把)?"),
            Map.entry("time", Durations.ANY),
            Map.entry("number", Durations.NUMBER),
            Map.entry(
                    "nth",
                    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\\d{1,2}(?:st|nd|rd|th))"),
            Map.entry("part", "(?<part>" + Part.english() + ")"),
            Map.entry(
                    "inpart",
                    "(?: ?(?:in|into|to|on|at|during|for|around|while|when) {the}(?<inpart>" + Part.english()
                            + ")(?: (?:plays|is playing|is on|comes))?)?"),
            Map.entry(
                    "zhpart",
                    "(?:(?:在|到|让|把)?(?<part>" + Part.chinese() + ")(?:的?(?:部分|地方|时候|段落|那段|那里|处|里|上|中|时|段))?(?:的|,)?)?"),
            Map.entry("quote", Sentence.QUOTE),
            Map.entry("picture", Sentence.PICTURE),
            Map.entry("songfile", Sentence.SONG),
            Map.entry("end", "(?=\\s*(?:$|[,.;:!?，。；！？、\\n\uF8FF]|\\b(?:and|but|then|please|pls|so|or)\\b|吧|了|并|然后))"),
            Map.entry(
                    "begin",
                    "(?:(?<=^|[,.;:!?，。；！？、\\n\uF8FF] ?|\\band |\\bbut |\\bthen |\\bor |\\bplease |\\bit |\\bcan you ))"));

    private Vocabulary() {}

    static Pattern pattern(String template) {
        return Pattern.compile(regex(template));
    }

    static String regex(String template) {
        Matcher names = NAME.matcher(template);
        return names.replaceAll(name -> {
            var words = WORDS.get(name.group(1));
            if (words == null) {
                throw new IllegalArgumentException("No words are known as {" + name.group(1) + "}");
            }
            return Matcher.quoteReplacement(NAME.matcher(words).find() ? regex(words) : words);
        });
    }
}
