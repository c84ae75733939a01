package dev.beatcut.studio.plan;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time and numbers, as people write them. */
final class Durations {

    /** A number in digits or Chinese characters. */
    static final String NUMBER =
            "(?:(?<![\\d.])\\d{1,5}(?:\\.\\d{1,3})?|(?<![零一二两三四五六七八九十百])[零一二两三四五六七八九十百]{1,6}(?:点[零一二三四五六七八九]{1,3})?)";

    private static final String SECONDS = "(?:seconds?|secs?|s(?![a-z'])|秒钟?)";
    private static final String MINUTES = "(?:minutes?|mins?|m(?![a-z'])|分钟?)";

    /** A length of time: {@code 20s}, {@code 1:30}, {@code half a minute}, {@code 一分半}. */
    static final String ANY = "(?:(?<![\\d:])\\d{1,3}:[0-5]\\d(?:\\.\\d{1,3})?"
            + "|(?:a |one |1 |3 |three )?quarters? (?:of a |of an? )?minute|half an? minute|半分钟?|(?:one|a|1) and a half minutes?|(?:a|one|1) minute and a half|一分半钟?"
            + "|(?:" + NUMBER + "|one) and a half minutes|" + NUMBER + "分半钟?"
            + "|(?:\\b(?:a|one)|" + NUMBER + ")[ -]?" + MINUTES + "(?:(?: and)? ?" + NUMBER + "[ -]?" + SECONDS + ")?"
            + "|half (?:a )?(?:second|sec)\\b|半秒钟?|(?:(?:a|one|1) )?quarter (?:of a )?second\\b"
            + "|(?:" + NUMBER + "|one) and a half " + SECONDS + "|(?:one|1|a) second and a half|" + NUMBER + "秒半"
            + "|\\bone second\\b|" + NUMBER + " ?(?:ms\\b|milliseconds?|毫秒)"
            + "|" + NUMBER + "[ -]?" + SECONDS + ")";

    /** A moment: also a bare number of seconds, {@code 2} or {@code 0:05}. */
    static final String POINT = "(?:" + ANY + "|(?<![\\d.])\\d{1,4}(?:\\.\\d{1,3})?)";

    private static final Pattern CLOCK = Pattern.compile("(\\d+):(\\d+(?:\\.\\d+)?)");
    private static final Pattern IN_MINUTES = Pattern.compile(
            "(" + NUMBER + "|a|one)[ -]?" + MINUTES + "(?:(?: and)? ?(" + NUMBER + ")[ -]?" + SECONDS + ")?");
    private static final Pattern MORE_THAN_ONE = Pattern.compile("(" + NUMBER + "|one|a).*(?:and a half|半).*");
    private static final Pattern FIRST_NUMBER = Pattern.compile("(" + NUMBER + "|one|a).*");
    private static final String DIGITS = "零一二三四五六七八九";

    private Durations() {}

    /** @param said a match of {@link #ANY} or {@link #POINT} */
    static long ms(String said) {
        Matcher clock = CLOCK.matcher(said);
        if (clock.matches()) {
            return Long.parseLong(clock.group(1)) * 60_000 + thousands(clock.group(2));
        }
        boolean minutes = said.matches(".*(?:min|[\\d ]m|分).*") && !said.matches(".*(?:ms|milli).*");
        long unit = said.matches(".*(?:ms|milli|毫秒).*") ? 1 : minutes ? 60_000 : 1000;
        if (said.matches("half.*|半.*")) {
            return unit / 2;
        }
        if (said.contains("quarter")) {
            return said.matches("(?:3|three).*") ? unit / 4 * 3 : unit / 4;
        }
        Matcher half = MORE_THAN_ONE.matcher(said);
        if (half.matches()) {
            return times(half.group(1), unit) + unit / 2;
        }
        Matcher mixed = IN_MINUTES.matcher(said);
        if (minutes && mixed.matches()) {
            return times(mixed.group(1), unit) + (mixed.group(2) == null ? 0 : thousands(mixed.group(2)));
        }
        Matcher number = FIRST_NUMBER.matcher(said);
        return number.matches() ? times(number.group(1), unit) : 0;
    }

    private static long times(String number, long unit) {
        return number(number).multiply(BigDecimal.valueOf(unit)).longValue();
    }

    private static long thousands(String number) {
        return times(number, 1000);
    }

    /** @param said a match of {@link #NUMBER}, or {@code a} or {@code one} */
    static BigDecimal number(String said) {
        if (said.matches("a|one")) {
            return BigDecimal.ONE;
        }
        int point = said.indexOf('点');
        if (point > 0) {
            var places = said.substring(point + 1).chars().map(DIGITS::indexOf).mapToObj(Integer::toString);
            return new BigDecimal(chinese(said.substring(0, point)) + "." + String.join("", places.toList()));
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
        var digits = said.replace('两', '二').replaceAll("^零+", "");
        return digits.isEmpty() ? 0 : DIGITS.indexOf(digits.charAt(0));
    }
}
