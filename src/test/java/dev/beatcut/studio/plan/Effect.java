package dev.beatcut.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One effect, as {@code instructions.txt} says it.
 *
 * @param touches the aspects that may differ because of it
 * @param cuts other places to cut, or other pictures there, are part of it
 */
record Effect(String said, Set<String> touches, boolean cuts) {

    /** All that comes with another length or another song. */
    private static final Set<String> ENDS = Set.of("length", "fade out", "titles");

    static Effect of(String said) {
        var words = said.split(" ");
        return switch (words[0]) {
            case "length" -> new Effect(said, ENDS, true);
            case "music" -> new Effect(said, Set.of(words[1].equals("fades") ? "music fades" : "music"), false);
            case "frame", "titles" -> new Effect(said, Set.of(words[0]), false);
            case "own" -> new Effect(said, Set.of("own", "heard"), false);
            case "duck" -> new Effect(said, Set.of("duck"), false);
            case "fade" -> new Effect(said, Set.of("fade " + words[1]), false);
            case "song" ->
                new Effect(
                        said,
                        Set.of("song", "from", "tempo", "length", "fade out", "corrected", "offset", "titles"),
                        true);
            case "cuts" -> new Effect(said, Set.of("pace"), true);
            case "rest" -> new Effect(said, Set.of("every", "pace", "onBeats"), true);
            case "rhythm" -> new Effect(said, Set.of("rhythms"), true);
            case "every" -> new Effect(said, Set.of("every", "pace", "onBeats"), true);
            case "beats" -> new Effect(said, Set.of("onBeats", "pace"), true);
            case "shortest", "longest" -> new Effect(said, Set.of(words[0]), true);
            case "first", "last", "without", "only", "whole", "shows" ->
                new Effect(said, Set.of("rules", "heard"), true);
            case "flash", "crossfade", "zoom-punch" -> new Effect(said, Set.of("transitions"), true);
            case "no" ->
                words[1].equals("duck")
                        ? new Effect(said, Set.of("duck"), false)
                        : new Effect(said, Set.of("transitions"), true);
            case "tempo", "metre", "downbeat", "offset" ->
                new Effect(said, Set.of("tempo", "metre", "offset", "corrected"), true);
            case "music-to-video" ->
                new Effect(said, Set.of("job", "every", "length", "from", "fade out", "titles"), true);
            case "highlight" -> new Effect(said, Set.of("job", "from", "fade out"), true);
            default -> {
                if (words.length > 1 && words[1].equals("only")) {
                    yield new Effect(said, Set.of("rules", "heard"), true);
                }
                throw new IllegalArgumentException("No effect is called \"" + said + "\"");
            }
        };
    }

    void check(Facts before, Facts after) {
        var words = Arrays.asList(said.split(" "));
        var aspects = after.aspects();
        switch (words.getFirst()) {
            case "length" -> {
                assertThat(after.seconds())
                        .isCloseTo(Double.parseDouble(words.get(1)), org.assertj.core.api.Assertions.within(1.05));
                sameUntil(before, after);
            }
            case "rest" ->
                assertThat(aspects.get("every")).isEqualTo("{\"" + words.get(2) + "\":" + words.get(1) + "}");
            case "music" -> {
                if (words.get(1).equals("fades")) {
                    assertThat(aspects.get("music fades")).isEqualTo(words.get(2) + " " + words.get(3));
                } else {
                    assertThat(aspects).containsEntry("music", words.get(1));
                }
            }
            case "frame", "own", "tempo", "metre", "offset" ->
                assertThat(aspects).containsEntry(words.getFirst(), words.get(1));
            case "duck" -> assertThat(aspects).containsEntry("duck", "true");
            case "titles" -> assertThat(aspects).containsEntry("titles", said.substring(7));
            case "fade" -> assertThat(aspects).containsEntry("fade " + words.get(1), words.get(2));
            case "song" ->
                assertThat(
                                words.get(1).equals("from")
                                        ? Math.round(Double.parseDouble(aspects.get("from"))) + ""
                                        : aspects.get("song"))
                        .isEqualTo(words.getLast());
            case "cuts" -> pace(words, before, after);
            case "rhythm" ->
                assertThat(aspects.get("rhythms"))
                        .matches(
                                words.getLast().equals("gone")
                                        ? ""
                                        : ".*\"" + words.getLast().toLowerCase(Locale.ROOT) + "\".*");
            case "every" -> every(words, after);
            case "beats" -> onBeats(words.subList(4, words.size()), after);
            case "shortest" -> assertThat(inner(after)).allMatch(ms -> ms >= 1000 * Long.parseLong(words.get(1)) - 34);
            case "longest" -> assertThat(inner(after)).allMatch(ms -> ms <= 1000 * Long.parseLong(words.get(1)) + 34);
            case "first" -> assertThat(after.names().getFirst()).isEqualTo(words.get(1));
            case "last" -> assertThat(after.names().getLast()).isEqualTo(words.get(1));
            case "without" -> assertThat(after.names()).doesNotContain(words.get(1));
            case "shows" -> assertThat(after.names()).contains(words.get(1));
            case "only" -> assertThat(Set.copyOf(after.names())).isEqualTo(Set.copyOf(words.subList(1, words.size())));
            case "no" -> none(words.get(1), after);
            case "flash", "crossfade", "zoom-punch" -> transition(words, after);
            case "downbeat" -> downbeat(Math.round(1000 * Double.parseDouble(words.get(1))), after);
            case "music-to-video" -> assertThat(aspects.get("job")).contains("music-to-video");
            case "highlight" -> assertThat(aspects.get("job")).contains("highlight");
            default -> onlyLast(words.getFirst(), after);
        }
    }

    private static void sameUntil(Facts before, Facts after) {
        int same = Math.min(before.shots().size(), after.shots().size()) - 2;
        assertThat(after.cuts().subList(0, same)).isEqualTo(before.cuts().subList(0, same));
        assertThat(after.names().subList(0, same)).isEqualTo(before.names().subList(0, same));
    }

    private static void pace(List<String> words, Facts before, Facts after) {
        var part = words.size() > 2 ? Part.valueOf(words.get(3).toUpperCase(Locale.ROOT)) : null;
        long then = before.cuts().stream().filter(cut -> in(part, cut)).count();
        long now = after.cuts().stream().filter(cut -> in(part, cut)).count();
        if (words.get(1).equals("same")) {
            assertThat(after.cuts()).isEqualTo(before.cuts());
        } else if (words.get(1).equals("more")) {
            assertThat(now).isGreaterThan(then);
        } else {
            assertThat(now).isLessThan(then);
        }
        if (part != null) {
            assertThat(after.cuts().stream().filter(cut -> !in(part, cut)).toList())
                    .isEqualTo(
                            before.cuts().stream().filter(cut -> !in(part, cut)).toList());
        }
    }

    private static boolean in(Part part, long frame) {
        return part == null
                || TableSession.SECTIONS.stream()
                        .anyMatch(section -> part.covers(section)
                                && frame * 100 / 3 + 50 >= section.fromMs()
                                && frame * 100 / 3 + 50 < section.toMs());
    }

    private static void every(List<String> words, Facts after) {
        var every = after.film().m().path("every");
        assertThat(every.path(words.get(2)).asInt()).isEqualTo(Integer.parseInt(words.get(1)));
        int beatMs = 500;
        int ms =
                switch (words.get(2)) {
                    case "beats" -> beatMs * Integer.parseInt(words.get(1));
                    case "bars" -> 4 * beatMs * Integer.parseInt(words.get(1));
                    default -> Integer.parseInt(words.get(1));
                };
        assertThat(inner(after)).allMatch(shot -> Math.abs(shot - ms) <= 34);
    }

    private static void onBeats(List<String> positions, Facts after) {
        assertThat(after.cuts()).isNotEmpty().allMatch(cut -> {
            long beat = Math.round(cut / 15.0);
            return positions.contains(String.valueOf(beat % 4 + 1));
        });
    }

    /** Lengths of the shots, but for the last, which the film's end cuts off. */
    private static List<Long> inner(Facts film) {
        return film.shots().subList(0, film.shots().size() - 1).stream()
                .map(shot -> (long) shot.duration())
                .toList();
    }

    private static void none(String what, Facts after) {
        if (what.equals("duck")) {
            assertThat(after.aspects()).containsEntry("duck", "false");
        } else {
            assertThat(IntStream.range(1, after.shots().size()).mapToObj(after::transition))
                    .allMatch(type -> what.equals("transitions") ? type.equals("cut") : !type.equals(what));
        }
    }

    private static void transition(List<String> words, Facts after) {
        var where = words.getLast();
        int wanted = 0;
        for (int shot = 1; shot < after.shots().size(); shot++) {
            var reason = after.reason(shot);
            boolean here =
                    switch (where) {
                        case "drops" -> reason.equals("drop");
                        case "sections" -> reason.equals("section") || reason.equals("drop");
                        case "bars" -> !reason.equals("beat");
                        default -> true;
                    };
            wanted += here && after.transition(shot).equals(words.getFirst()) ? 1 : 0;
            if (!here) {
                assertThat(after.transition(shot)).isNotEqualTo(words.getFirst());
            }
        }
        assertThat(wanted).isPositive();
    }

    private static void downbeat(long ms, Facts after) {
        var beats = after.film().m().path("beats");
        boolean found = false;
        for (var downbeat : beats.path("downbeats")) {
            found |= beats.path("beats").path(downbeat.asInt()).asLong() == ms;
        }
        assertThat(found).as("a bar begins at %d ms", ms).isTrue();
    }

    private static void onlyLast(String name, Facts after) {
        assertThat(after.names().getLast()).isEqualTo(name);
        assertThat(after.names().subList(0, after.names().size() - 1)).doesNotContain(name);
    }
}
