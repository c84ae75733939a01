package dev.beatcut.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.Section;
import dev.beatcut.studio.visual.Look;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SongVisualsTest {

    private static final Material SONG =
            new Material("song.mp3", "http://studio/song", Material.Kind.SONG, 32_000, 0, 0, true, null, grid());

    @Test
    void a_song_alone_becomes_a_film_of_visuals_cut_on_its_beats() {
        var film = planned("cut to the beat, 30 seconds");

        assertThat(film.segments(TrackType.VIDEO)).hasSizeGreaterThan(8).allSatisfy(shot -> {
            assertThat(Look.of(shot.src())).isPresent();
            assertThat(shot.m().path("kind").asText()).isEqualTo("visual");
            assertThat(shot.sourceStart()).isEqualTo(shot.start());
        });
        assertThat(film.width()).isEqualTo(1080);
        assertThat(film.height()).isEqualTo(1920);
    }

    @Test
    void a_section_begins_with_its_own_style_and_its_cuts_change_the_view() {
        var shots = planned("cut on every second beat, 30 seconds").segments(TrackType.VIDEO);

        var calm = shots.stream().limit(6).map(SongVisualsTest::name).distinct().toList();
        var loud = shots.stream()
                .filter(shot -> shot.start() > 15_900)
                .limit(6)
                .map(SongVisualsTest::name)
                .distinct()
                .toList();
        assertThat(calm).hasSize(1);
        assertThat(loud).hasSize(1).isNotEqualTo(calm);
        for (int i = 1; i < shots.size(); i++) {
            assertThat(shots.get(i).src()).isNotEqualTo(shots.get(i - 1).src());
        }
    }

    @Test
    void a_drop_needs_no_white_flash_unless_it_is_asked_for() {
        assertThat(planned("cut to the beat, 30 seconds").segments(TrackType.VIDEO))
                .noneMatch(shot -> shot.m().has("transition"));
        assertThat(planned("cut to the beat with a flash on the drop, 30 seconds")
                        .segments(TrackType.VIDEO))
                .anyMatch(shot ->
                        shot.m().path("transition").path("type").asText().equals("flash"));
    }

    @Test
    void what_was_brought_is_shown_and_no_visual() {
        var photo = new Material("a.jpg", "http://studio/a", Material.Kind.PHOTO, 0, 1080, 1920, false, null, null);
        var other = new Material("b.jpg", "http://studio/b", Material.Kind.PHOTO, 0, 1080, 1920, false, null, null);
        var film = planned("cut to the beat, 10 seconds", SONG, photo, other);

        assertThat(film.segments(TrackType.VIDEO))
                .allSatisfy(shot -> assertThat(Look.of(shot.src())).isEmpty());
    }

    private static String name(Segment shot) {
        return Look.of(shot.src()).orElseThrow().name();
    }

    private static Timeline planned(String text, Material... materials) {
        var all = materials.length == 0 ? List.of(SONG) : List.of(materials);
        var plan = new Planner().plan(new Request(text, "en", all, Timeline.EMPTY));
        assertThat(plan).isInstanceOf(Plan.Edited.class);
        return ((Plan.Edited) plan).timeline();
    }

    private static BeatGrid grid() {
        var beats = IntStream.range(0, 64)
                .mapToObj(i -> new Beat(i * 500L, i % 4 + 1))
                .toList();
        var sections = List.of(new Section(0, 16_000, 0.4, "break"), new Section(16_000, 32_000, 1, "drop"));
        return new BeatGrid(120, List.of(), 4, beats, sections, List.of(new Drop(16_000, 1)), 32_000);
    }
}
