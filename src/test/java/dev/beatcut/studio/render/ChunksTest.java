package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.Workshop.m;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Segment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunksTest {

    private static final Canvas CANVAS = new Canvas(1080, 1920, FrameRate.FPS_30, 900);
    private static final Sources SOURCES = new Sources(src -> new Source(
            Path.of(src),
            src,
            new MediaInfo(MediaInfo.Kind.VIDEO, "mp4", 60_000, 1920, 1080, 0, FrameRate.FPS_30, 2, "h264", "aac")));

    private static Shot shot(long from, long to, long sourceFrame, ObjectNode m) {
        var rate = CANVAS.rate();
        long start = rate.msOf(from);
        return new Shot(
                Segment.media(null, start, rate.msOf(to) - start, "clip", rate.msOf(sourceFrame), 1, m), from, to, 0);
    }

    private static List<Chunk> chunks(Shot... shots) {
        return Chunks.of(List.of(shots), CANVAS, SOURCES);
    }

    private static List<Long> starts(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::from).toList();
    }

    @Test
    void every_frame_is_in_one_chunk() {
        var crossed = m();
        crossed.putObject("transition").put("type", "crossfade").put("ms", 333);
        var chunks = chunks(shot(0, 310, 77, m()), shot(310, 320, 5, crossed), shot(320, 900, 13, crossed));

        long at = 0;
        for (var chunk : chunks) {
            assertThat(chunk.from()).isEqualTo(at);
            assertThat(chunk.frames()).isBetween(1L, 90L);
            at = chunk.to();
        }
        assertThat(at).isEqualTo(900);
    }

    @Test
    void a_shot_is_divided_by_its_sources_own_time() {
        assertThat(starts(chunks(shot(0, 300, 30, m())))).containsExactly(0L, 30L, 90L, 150L, 210L, 270L);
        assertThat(starts(chunks(shot(0, 300, 50, m()))))
                .as("no crumbs at either end")
                .containsExactly(0L, 70L, 130L, 190L, 250L);
    }

    @Test
    void a_cut_that_moves_leaves_the_chunks_that_it_is_not_in() {
        var before = chunks(shot(0, 450, 30, m()), shot(450, 900, 1000, m()));
        var after = chunks(shot(0, 455, 30, m()), shot(455, 900, 1005, m()));

        long same = before.stream()
                .filter(chunk -> after.stream().anyMatch(other -> shows(chunk).equals(shows(other))))
                .mapToLong(Chunk::frames)
                .sum();
        assertThat(same).isGreaterThanOrEqualTo(780);
    }

    private static List<Long> shows(Chunk chunk) {
        return List.of(chunk.under().sourceFrame(CANVAS), chunk.frames());
    }

    @Test
    void a_crossfade_begins_both_sources_where_they_would_be() {
        var crossed = m();
        crossed.putObject("transition").put("type", "crossfade").put("ms", 400);
        var chunks = chunks(shot(0, 30, 100, m()), shot(30, 60, 500, crossed));

        assertThat(starts(chunks)).containsExactly(0L, 24L, 36L);
        var crossing = chunks.get(1);
        assertThat(crossing.under().sourceFrame(CANVAS)).isEqualTo(124);
        assertThat(crossing.over().sourceFrame(CANVAS)).isEqualTo(494);
        assertThat(chunks.get(2).under().sourceFrame(CANVAS)).isEqualTo(506);
    }
}
