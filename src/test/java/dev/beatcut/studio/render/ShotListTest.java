package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.Workshop.m;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShotListTest {

    private static Segment segment(String name, long start, Long duration) {
        return new Segment(name, start, duration, name, 0L, 1.0, null, m(), null);
    }

    private static List<String> laidFlat(long length, List<List<Segment>> tracks) {
        var timeline = new Timeline(
                length,
                tracks.stream().map(t -> Track.of(null, TrackType.VIDEO, t)).toList(),
                m(),
                null);
        return ShotList.of(timeline, Canvas.of(timeline, Resolution.P1080)).stream()
                .map(shot -> (shot.segment() == null ? "-" : shot.segment().id()) + " " + shot.from() + "-" + shot.to()
                        + (shot.skipped() == 0 ? "" : " +" + shot.skipped()))
                .toList();
    }

    @Test
    void laysTracksFlatWithoutGapsOrOverlaps() {
        var below = List.of(segment("a", 0, 1000L), segment("b", 1000, 1000L));
        var above = List.of(segment("c", 500, 200L), segment("d", 1900, 900L));

        assertThat(laidFlat(3000, List.of(below, above)))
                .containsExactly("a 0-15", "c 15-21", "a 21-30 +21", "b 30-57", "d 57-84", "- 84-90");
    }

    @Test
    void ofTwoThatOverlapTheLaterIsSeenAndNothingPassesTheEnd() {
        assertThat(laidFlat(1000, List.of(List.of(segment("a", 0, 800L), segment("b", 500, 900L)))))
                .containsExactly("a 0-15", "b 15-30");
    }

    @Test
    void aSegmentOfUnknownLengthLastsUntilTheNext() {
        assertThat(laidFlat(1000, List.of(List.of(segment("a", 0, null), segment("b", 400, null)))))
                .containsExactly("a 0-12", "b 12-30");
    }

    @Test
    void noVideoIsBlack() {
        assertThat(laidFlat(1000, List.of())).containsExactly("- 0-30");
    }
}
