package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Section;
import java.util.Set;

/** The parts of a song that people speak of, by the labels of its sections. */
enum Part {
    INTRO("intro"),
    CALM("intro", "low", "break", "outro"),
    BUILD("build"),
    DROP("drop"),
    CHORUS("high", "drop"),
    BREAK("break"),
    OUTRO("outro");

    private final Set<String> labels;

    Part(String... labels) {
        this.labels = Set.of(labels);
    }

    boolean covers(Section section) {
        return labels.contains(section.label());
    }
}
