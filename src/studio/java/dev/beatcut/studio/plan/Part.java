package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Section;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of a song that people speak of, by the labels of its sections. */
enum Part {
    INTRO("intro", "前奏|开场", "intro"),
    CALM(
            "verses?|(?:calm(?:er)?|quiet(?:er)?|slow(?:er)?|soft(?:er)?|low|gentle) (?:parts?|sections?|bits?|passages?)",
            "主歌|(?:安静|平静|舒缓|柔和|慢)的?(?:部分|地方|段落|段)",
            "intro",
            "low",
            "break",
            "outro"),
    BUILD("build[- ]?ups?|builds?|risers?", "铺垫|蓄力|渐强", "build"),
    DROP("(?:beat |bass |big |main )?drops?", "爆点|炸点|落点|drop", "drop"),
    CHORUS(
            "chorus(?:es)?|refrains?|hooks?|(?:loud(?:er)?|energetic|high|intense|fast(?:er)?|climax) (?:parts?|sections?)",
            "副歌|高潮|(?:激烈|最燃|热烈)的?(?:部分|地方|段落|段)",
            "high",
            "drop"),
    BREAK("breakdowns?|breaks?|bridges?", "间奏|过门|桥段", "break"),
    OUTRO("outro|end of the song", "尾奏|尾声", "outro");

    private final String english;
    private final String chinese;
    private final Set<String> labels;

    Part(String english, String chinese, String... labels) {
        this.english = english;
        this.chinese = chinese;
        this.labels = Set.of(labels);
    }

    boolean covers(Section section) {
        return labels.contains(section.label());
    }

    /** How many kinds of sections it covers. */
    int breadth() {
        return labels.size();
    }

    /** @param words as {@link #english()} or {@link #chinese()} found them; null for null */
    static Part called(String words) {
        return words == null
                ? null
                : Arrays.stream(values())
                        .filter(part -> words.matches(part.english + "|" + part.chinese))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No part of a song is called " + words));
    }

    /** A pattern of all English names. */
    static String english() {
        return Arrays.stream(values()).map(part -> part.english).collect(Collectors.joining("|", "(?:", ")\\b"));
    }

    static String chinese() {
        return Arrays.stream(values()).map(part -> part.chinese).collect(Collectors.joining("|", "(?:", ")"));
    }
}
