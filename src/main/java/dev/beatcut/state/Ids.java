package dev.beatcut.state;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * New names for things: 26 characters of {@code 0-9a-v}, ten of the time (so that they sort by it) and sixteen of
 * 80 random bits (so that nobody guesses one).
 */
public final class Ids {

    public static final int LENGTH = 26;

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";

    private final InstantSource clock;
    private final RandomGenerator random;

    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public String next() {
        return digits(clock.millis(), 10) + digits(random.nextLong(), 8) + digits(random.nextLong(), 8);
    }

    /** Whether {@code text} could be one or several of these: what is not is never looked up. */
    public static boolean wellFormed(String text) {
        return text.length() % LENGTH == 0 && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }

    /** The same name so written that the newest sorts first; its own inverse. */
    public static String newestFirst(String id) {
        var mirrored = new StringBuilder(id.length());
        id.chars().forEach(c -> mirrored.append(DIGITS.charAt(31 - DIGITS.indexOf(c))));
        return mirrored.toString();
    }

    private static String digits(long bits, int count) {
        var digits = new char[count];
        for (int i = count - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (bits & 31));
            bits >>>= 5;
        }
        return new String(digits);
    }
}
