package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a message says shall not be, weighed against what it asks for: "not vertical, square" asks for square, "music, not
 * too loud" for quieter music, and "I don't want it faster" for nothing.
 */
final class Denials {

    private static final String NUMBER = "\\s*(?:at |on )?" + Durations.POINT + "(?: ?%| ?bpm)?\\s*";

    private final List<Denial> denials;
    private final List<Wish> wishes = new ArrayList<>();
    private final List<String> unclear = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    Denials(List<Denial> denials) {
        this.denials = denials;
    }

    /** @param asked by the rest of the message */
    void settle(List<Wish> asked, List<Topic> topics) {
        wishes.addAll(asked);
        var about = asked.stream().map(Wish::about).collect(Collectors.toSet());
        for (var denial : denials) {
            boolean onlyNumber = !asked.isEmpty() && denial.what().rest().matches(NUMBER);
            var denied = denial.read(topics);
            var others = denied.stream()
                    .filter(wish -> !about.contains(wish.about()))
                    .toList();
            if (denied.isEmpty() && !onlyNumber) {
                unclear.add(denial.said());
            } else if (denial.isAboutDegree()) {
                wishes.addAll(others);
            } else if (!others.isEmpty()) {
                left.add(denial.said());
            }
        }
    }

    /** All that is asked for. */
    List<Wish> wishes() {
        return wishes;
    }

    /** What was not understood, as it was written. */
    List<String> unclear() {
        return unclear;
    }

    /** What shall stay as it is, as it was written. */
    List<String> left() {
        return left;
    }
}
