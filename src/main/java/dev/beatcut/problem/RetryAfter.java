package dev.beatcut.problem;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

/** The header {@code Retry-After}: seconds or a date in one of the three spellings of RFC 9110 §5.6.7. */
public final class RetryAfter {

    private static final int MOST_DIGITS = 7;

    private RetryAfter() {}

    /** How long to wait from {@code now}, or null if the header is not there or says nothing that one can read. */
    public static Duration read(String header, Instant now) {
        var said = header == null ? "" : header.strip();
        return said.matches("\\d{1," + MOST_DIGITS + "}")
                ? Duration.ofSeconds(Long.parseLong(said))
                : spellings(now).stream()
                        .map(spelling -> until(said, spelling, now))
                        .filter(wait -> wait != null)
                        .findFirst()
                        .orElse(null);
    }

    private static Duration until(String date, DateTimeFormatter spelling, Instant now) {
        try {
            var wait = Duration.between(now, LocalDateTime.parse(date, spelling).toInstant(ZoneOffset.UTC));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A year of two digits is the one that is nearest, 50 years ahead at most. */
    private static List<DateTimeFormatter> spellings(Instant now) {
        var longAgo = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(49);
        return List.of(
                DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH),
                new DateTimeFormatterBuilder()
                        .appendPattern("EEEE, dd-MMM-")
                        .appendValueReduced(ChronoField.YEAR, 2, 2, longAgo)
                        .appendPattern(" HH:mm:ss 'GMT'")
                        .toFormatter(Locale.ENGLISH),
                DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH));
    }
}
