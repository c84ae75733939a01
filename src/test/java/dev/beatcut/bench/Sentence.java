package dev.beatcut.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the bench's cloud says: sentences that tell their number and when they were sent, by {@link System#nanoTime}. */
record Sentence(int number, long sentNanos) {

    private static final Pattern SENTENCE = Pattern.compile("Sentence (\\d+) left the cloud at (\\d+)\\.");

    static String say(int number) {
        return "Sentence " + number + " left the cloud at " + System.nanoTime() + ". ";
    }

    static Matcher in(CharSequence said) {
        return SENTENCE.matcher(said);
    }

    static Sentence of(Matcher found) {
        return new Sentence(Integer.parseInt(found.group(1)), Long.parseLong(found.group(2)));
    }
}
