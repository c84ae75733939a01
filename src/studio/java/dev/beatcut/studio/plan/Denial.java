package dev.beatcut.studio.plan;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that shall not be done: "not vertical", "I don't want it faster", "别太快".
 *
 * @param said all of it, as it was written
 * @param what shall not be, still to be read
 */
record Denial(String said, Sentence what) {

    private static final String NOT = "(?i)^(?:not|don't|do not|never|不要|别|不用|不想)";
    private static final Pattern TOO_MUCH =
            Pattern.compile("(?i)\\s*(?:too|so|that|as|very|quite|overly|太|那么|这么|过)\\b?.*");

    /** "Not too loud" asks for less of it, where nothing else in the message says how loud. */
    boolean isAboutDegree() {
        return TOO_MUCH.matcher(said.replaceFirst(NOT, "")).matches();
    }

    /** What is denied; empty if that cannot be told from all of the words. */
    List<Wish> read(List<Topic> topics) {
        topics.forEach(topic -> topic.read(what));
        return Leftovers.of(what).isEmpty() ? what.wishes() : List.of();
    }
}
