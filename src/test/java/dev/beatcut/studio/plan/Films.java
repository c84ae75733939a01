package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Materials.clip;
import static dev.beatcut.studio.plan.Materials.song;
import static dev.beatcut.timeline.FrameRate.FPS_30;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.List;

/** Makes films for tests and checks what holds for every one. */
final class Films {

    private Films() {}

    static final List<Material> THREE_CLIPS_AND_A_SONG = List.of(
            clip("road", 30_000, true, 9_700L, 21_340L),
            clip("desk", 40_000, false),
            clip("people", 139_000, false, 60_000L),
            song(187, 4, 120, 95_000));

    private static final Planner PLANNER = new Planner();

    static Plan plan(String text, List<Material> materials, Timeline current) {
        return PLANNER.plan(new Request(text, null, materials, current));
    }

    static Timeline film(String text, List<Material> materials, Timeline current) {
        assertThat(plan(text, materials, current)).isInstanceOf(Plan.Edited.class);
        return ((Plan.Edited) plan(text, materials, current)).timeline();
    }

    static Timeline film(String text, Material... materials) {
        return film(text, List.of(materials), null);
    }

    static Timeline film(String text) {
        return film(text, THREE_CLIPS_AND_A_SONG, null);
    }

    static List<Segment> video(Timeline film) {
        return film.segments(TrackType.VIDEO);
    }

    static long frames(Timeline film) {
        return FPS_30.frameAt(film.length());
    }

    /** What holds for every film. */
    static void assertSound(Timeline film, List<Material> materials) {
        long end = 0;
        Segment last = null;
        for (var segment : video(film)) {
            assertThat(segment.start()).isEqualTo(end);
            assertThat(FPS_30.msOf(FPS_30.frameAt(segment.start()))).isEqualTo(segment.start());
            assertThat(FPS_30.frameAt(segment.end()) - FPS_30.frameAt(segment.start()))
                    .isGreaterThanOrEqualTo(9);
            end = segment.end();
            var source = materials.stream()
                    .filter(m -> m.src().equals(segment.src()))
                    .findFirst()
                    .orElseThrow();
            if (source.kind() == Material.Kind.CLIP) {
                assertThat(segment.sourceStart()).isNotNegative();
                assertThat(segment.sourceStart() + segment.duration()).isLessThanOrEqualTo(source.durationMs());
            } else {
                assertThat(segment.m().path("move").asText()).isNotBlank();
            }
            if (last != null && last.src().equals(segment.src())) {
                assertThat(Math.abs(segment.sourceStart() - last.sourceStart() - last.duration()))
                        .isGreaterThanOrEqualTo(300);
            }
            last = segment;
        }
        assertThat(end).isEqualTo(film.length());
        var music = film.segments(TrackType.AUDIO).getFirst();
        assertThat(music.end()).isEqualTo(film.length());
    }

    /** Every cut but the ones without a why is on the frame nearest to its beat. */
    static void assertOnBeats(Timeline film) {
        var beats = film.m().at("/beats/beats");
        long songStart = film.segments(TrackType.AUDIO).getFirst().sourceStart();
        for (var segment : video(film).subList(1, video(film).size())) {
            var why = segment.m().path("why");
            assertThat(why.isObject()).isTrue();
            long at = beats.get(why.path("beat").asInt()).asLong() - songStart;
            assertThat(why.path("at").asLong()).isEqualTo(at);
            assertThat(FPS_30.frameAt(segment.start())).isEqualTo(FPS_30.frameAt(at));
        }
    }
}
