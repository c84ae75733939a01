package dev.beatcut.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.Section;
import dev.beatcut.studio.footage.Footage;
import dev.beatcut.studio.footage.Moment;
import dev.beatcut.studio.footage.Peak;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every film, over songs, clips and wishes by chance. */
class FilmPropertiesTest {

    private static final List<String> LABELS = List.of("intro", "low", "build", "drop", "high", "break", "outro");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void every_film_is_whole_on_the_beat_within_its_clips_and_the_same_when_made_again(int block) {
        for (int seed = 100 * block; seed < 100 * block + Integer.getInteger("beatcut.films", 10); seed++) {
            var random = new Random(seed);
            var materials = materials(random);
            var wishes = wishes(random);
            var film = Cuttings.film(materials, wishes);

            check(film, materials, "seed " + seed + " " + List.of(wishes));
            assertThat(Cuttings.film(materials, wishes)).as("seed %d", seed).isEqualTo(film);
            var next = wishes(random);
            var edited = Cuttings.film(materials, film, next);
            check(edited, materials, "seed " + seed + " then " + List.of(next));
            assertThat(Cuttings.film(materials, edited))
                    .as("seed %d again", seed)
                    .isEqualTo(edited);
        }
    }

    private static void check(Timeline film, List<Material> materials, String what) {
        try {
            Films.assertSound(film, materials);
            Films.assertOnBeats(film);
            for (int i = 1; i < Cuttings.shots(film).size(); i++) {
                checkTransition(
                        Cuttings.shots(film).get(i - 1), Cuttings.shots(film).get(i), materials);
            }
        } catch (AssertionError failed) {
            throw new AssertionError(what, failed);
        }
    }

    /** A cross-fade finds pictures on both sides of its cut. */
    private static void checkTransition(Segment last, Segment next, List<Material> materials) {
        if (next.m().at("/transition/type").asText().equals("crossfade")) {
            long half = next.m().at("/transition/ms").asLong() / 2;
            assertThat(half).isPositive().isLessThanOrEqualTo(Math.min(last.duration(), next.duration()) / 2);
            if (next.m().path("kind").asText().equals("clip")) {
                assertThat(next.sourceStart()).isGreaterThanOrEqualTo(half);
            }
            var source = materials.stream()
                    .filter(each -> each.src().equals(last.src()))
                    .findFirst()
                    .orElseThrow();
            if (source.kind() == Material.Kind.CLIP) {
                assertThat(last.sourceStart() + last.duration() + half).isLessThanOrEqualTo(source.durationMs());
            }
        }
    }

    private static Wish[] wishes(Random random) {
        var wishes = new ArrayList<Wish>();
        wishes.add(new Wish.Length(5000 + random.nextInt(30_000)));
        switch (random.nextInt(9)) {
            case 0 -> wishes.add(new Wish.Cuts(new Density.Beats(1 + random.nextInt(5))));
            case 1 -> wishes.add(new Wish.Cuts(new Density.Bars(1 + random.nextInt(3))));
            case 2 -> wishes.add(new Wish.Pace(random.nextBoolean() ? 2 : 0.5, null));
            case 3 -> wishes.add(new Wish.Pace(random.nextBoolean() ? 1.5 : 0.7, Part.CHORUS));
            case 4 -> wishes.add(new Wish.OnBeats(Set.of(1 + random.nextInt(3))));
            case 5 -> wishes.add(new Wish.Shortest(500 + random.nextInt(1500)));
            case 6 -> wishes.add(new Wish.Longest(500 + random.nextInt(1500)));
            case 7 -> wishes.add(new Wish.Cuts(new Density.Time(700 + random.nextInt(3000))));
            default -> {}
        }
        if (random.nextInt(3) == 0) {
            var kinds = TransitionKind.values();
            wishes.add(new Wish.Transition(
                    kinds[random.nextInt(kinds.length)], Role.values()[random.nextInt(Role.values().length)]));
        }
        if (random.nextInt(3) == 0) {
            var rules = Set.of(Rule.FIRST, Rule.LAST, Rule.ONLY_AT_END, Rule.ONLY_AT_START);
            wishes.add(new Wish.ClipRule(
                    new FileRef.Number(1 + random.nextInt(2), Material.Kind.CLIP),
                    rules.stream().sorted().toList().get(random.nextInt(4))));
        }
        return wishes.toArray(Wish[]::new);
    }

    private static List<Material> materials(Random random) {
        var materials = new ArrayList<Material>();
        int clips = 2 + random.nextInt(3);
        for (int i = 0; i < clips; i++) {
            materials.add(clip("clip" + i, 6000 + random.nextInt(60_000), random));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            materials.add(Materials.photo("photo" + i, 4000, 3000));
        }
        materials.add(song(random));
        return materials;
    }

    private static Material clip(String name, long durationMs, Random random) {
        var cuts = new ArrayList<Long>();
        for (long at = 2000 + random.nextInt(9000); at < durationMs - 2000; at += 2000 + random.nextInt(15_000)) {
            cuts.add(at);
        }
        var moments = new ArrayList<Moment>();
        for (long from = 0; from < durationMs; from = moments.getLast().toMs()) {
            long to = Math.min(durationMs, from + 500);
            for (long cut : cuts) {
                to = cut > from && cut < to ? cut : to;
            }
            double motion = random.nextDouble();
            moments.add(new Moment(from, to, motion, random.nextInt(6) == 0 ? 0 : random.nextDouble(), null));
        }
        var peaks = new ArrayList<Peak>();
        for (long at = random.nextInt(3000); at < durationMs; at += 500 + random.nextInt(4000)) {
            peaks.add(new Peak(at, random.nextDouble()));
        }
        var footage = new Footage(durationMs, cuts, moments, peaks);
        return new Material(
                name + ".mp4", "http://cdn/" + name, Material.Kind.CLIP, durationMs, 1920, 1080, true, footage, null);
    }

    private static Material song(Random random) {
        double tempo = 60 + random.nextInt(140);
        int metre = random.nextInt(4) == 0 ? 3 : 4;
        double beatMs = 60_000 / tempo;
        var beats = new ArrayList<Beat>();
        double at = random.nextInt(600);
        int count = 120 + random.nextInt(200);
        for (int i = 0; i < count; i++) {
            beats.add(new Beat(Math.round(at), 1 + i % metre));
            at += beatMs * (0.98 + 0.04 * random.nextDouble());
        }
        long durationMs = Math.round(at) + random.nextInt(3000);
        var sections = new ArrayList<Section>();
        var drops = new ArrayList<Drop>();
        int from = 0;
        while (from < count) {
            int to = Math.min(count, from + metre * (4 + random.nextInt(12)));
            var label = LABELS.get(random.nextInt(LABELS.size()));
            if (label.equals("drop") && from > 0) {
                drops.add(new Drop(beats.get(from).ms(), random.nextDouble()));
            }
            long end = to == count ? durationMs : beats.get(to).ms();
            sections.add(new Section(beats.get(from).ms(), end, random.nextDouble(), label));
            from = to;
        }
        var grid = new BeatGrid(tempo, List.of(), metre, beats, sections, drops, durationMs);
        return new Material("Song.mp3", "http://cdn/song.mp3", Material.Kind.SONG, durationMs, 0, 0, true, null, grid);
    }
}
