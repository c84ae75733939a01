package dev.beatcut.studio.plan;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time and numbers, as people write them. */
final class Durations {

    /** A number in digits or Chinese characters. */
    static final String NUMBER = "(?:(?<![\\d.])\\d{1,5}(?:\\.\\d{1,3})?|[一二两三四五六七八九十百]{1,6})";

    /** A length of time: {@code 20s}, {@code 1:30}, {@code half a minute}, {@code 一分半}. */
    static final String ANY = "(?:(?<![\\d:])\\d{1,3}:[0-5]\\d(?:\\.\\d{1,3})?"
            + "|half an? minute|半分钟?|(?:one|a|1) and a half minutes?|(?:a|one|1) minute and a half|一分半钟?"
            + "|(?:\\b(?:a|one)|" + NUMBER + ")[ -]*(?:minutes?|mins?|m\\b|分钟?)"
            + "(?:(?: and)? ?" + NUMBER + "[ -]*(?:seconds?|secs?|s\\b|秒钟?))?"
            + "|half (?:a )?second|半秒钟?"
            + "|" + NUMBER + "[ -]*(?:seconds?|secs?|s\\b|秒钟?))";

    /** A moment: also a bare number of seconds, {@code 2} or {@code 0:05}. */
    static final String POINT = "(?:" + ANY + "|(?<![\\d.])\\d{1,4}(?:\\.\\d{1,3})?)";

    private static final Pattern CLOCK = Pattern.compile("(\\d+):(\\d+(?:\\.\\d+)?)");
    private static final Pattern MINUTES =
            Pattern.compile("(" + NUMBER + "|a|one)[ -]*(?:m|分).*?(?:(" + NUMBER + ")[ -]*(?:s|秒).*)?");
    private static final Pattern SECONDS = Pattern.compile("(" + NUMBER + ")[ -]*(?:s|秒)?.*");
    private static final String DIGITS = "一二三四五六七八九";

    private Durations() {}

    /** @param said a match of {@link #ANY} or {@link #POINT} */
    static long ms(String said) {
        if (said.matches("half (?:a )?second|半秒钟?")) {
            return 500;
        }
        if (said.matches("half an? minute|半分钟?")) {
            return 30_000;
        }
        if (said.matches(".*and a half.*|一分半钟?")) {
            return 90_000;
        }
        return inNumbers(said);
    }

    private static long inNumbers(String said) {
        Matcher clock = CLOCK.matcher(said);
        if (clock.matches()) {
            return Long.parseLong(clock.group(1)) * 60_000 + thousands(clock.group(2));
        }
        Matcher minutes = MINUTES.matcher(said);
        if (minutes.matches()) {
            return thousands(minutes.group(1)) * 60 + (minutes.group(2) == null ? 0 : thousands(minutes.group(2)));
        }
        Matcher seconds = SECONDS.matcher(said);
        return seconds.matches() ? thousands(seconds.group(1)) : 0;
    }

    private static long thousands(String number) {
        return number(number).movePointRight(3).longValue();
    }

    /** @param said a match of {@link #NUMBER}, or {@code a} or {@code one} */
    static BigDecimal number(String said) {
        if (said.matches("a|one")) {
            return BigDecimal.ONE;
        }
        return Character.isDigit(said.charAt(0)) ? new BigDecimal(said) : BigDecimal.valueOf(chinese(said));
    }

    private static int chinese(String said) {
        int hundreds = said.indexOf('百');
        if (hundreds >= 0) {
            return Math.max(1, chinese(said.substring(0, hundreds))) * 100 + chinese(said.substring(hundreds + 1));
        }
        int tens = said.indexOf('十');
        if (tens >= 0) {
            return Math.max(1, chinese(said.substring(0, tens))) * 10 + chinese(said.substring(tens + 1));
        }
        return said.isEmpty() ? 0 : said.charAt(0) == '两' ? 2 : DIGITS.indexOf(said.charAt(0)) + 1;
    }
}
