package dev.beatcut.studio.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** How numbers and sentences are put in the caller's language. */
record Speech(Language language) {

    String say(String english, String chinese) {
        return language.choose(english, chinese);
    }

    String join(List<String> sentences) {
        return String.join(say(" ", ""), sentences);
    }

    String quoted(String words) {
        return say("\"" + words + "\"", "“" + words + "”");
    }

    String quoted(List<String> words) {
        return words.stream().map(this::quoted).collect(Collectors.joining(say(", ", "、")));
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        var comma = say(", ", "、");
        return String.join(comma, parts.subList(0, parts.size() - 1)) + say(" and ", "和") + parts.getLast();
    }

    /** In English with its noun: {@code 1 cut}, {@code 3 cuts}. */
    static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    static String percent(double gain) {
        return Math.round(gain * 100) + "%";
    }

    /** In English with its unit: {@code 1 second}, {@code 2.5 seconds}. */
    static String lasting(long ms) {
        var seconds = seconds(ms);
        return seconds + (seconds.equals("1") ? " second" : " seconds");
    }

    /** To a tenth. */
    static String seconds(long ms) {
        return BigDecimal.valueOf(ms, 3)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
