package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.Workshop.m;
import static dev.beatcut.studio.render.Workshop.shot;
import static dev.beatcut.studio.render.Workshop.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchesTest {

    private static final Canvas CANVAS = new Canvas(Workshop.WIDTH, Workshop.HEIGHT, FrameRate.FPS_30, 900);

    private static Workshop workshop;
    private static Path rare;
    private static Path often;

    @BeforeAll
    static void open(@TempDir Path folder) {
        workshop = new Workshop(folder);
        rare = clip("rare.mp4", "250");
        often = clip("often.mp4", "15");
    }

    private static Path clip(String name, String group) {
        return workshop.picture(
                name, "testsrc2=s=320x180:r=30", "-t", "16", "-pix_fmt", "yuv420p", "-g", group, "-keyint_min", group);
    }

    private static ObjectNode flash() {
        var m = m();
        m.putObject("transition").put("type", "flash").put("ms", 100);
        return m;
    }

    /** The times in the sources of pieces that are made together. */
    private static List<List<Long>> together(long room, Segment... shots) {
        var sources = new Sources(workshop.sources());
        var chunks = Chunks.of(ShotList.of(timeline(30_000, shots), CANVAS), CANVAS, sources).stream()
                .filter(chunk -> !chunk.under().shot().isBlack())
                .toList();
        var pieces = IntStream.range(0, chunks.size())
                .mapToObj(i -> new Piece(chunks.get(i), "" + i, Path.of("" + i)))
                .toList();
        return new Batches(workshop.ffmpeg, CANVAS, sources, room)
                .of(pieces).stream()
                        .map(batch -> batch.pieces().stream()
                                .map(piece ->
                                        piece.chunk().under().shot().segment().sourceStart())
                                .toList())
                        .toList();
    }

    private static Segment[] halfSeconds(Path clip, long... sourceStarts) {
        return IntStream.range(0, sourceStarts.length)
                .mapToObj(i -> shot(500L * i, 500L * i + 500, clip, sourceStarts[i]))
                .toArray(Segment[]::new);
    }

    @Test
    void what_lies_behind_the_same_key_frame_is_decoded_once() {
        assertThat(together(1000, halfSeconds(rare, 7000, 3000, 9000, 12_000)))
                .as("key frames at 0 s and at 8.3 s")
                .containsExactly(List.of(3000L, 7000L), List.of(9000L, 12_000L));
    }

    @Test
    void what_has_a_key_frame_just_before_it_is_made_by_itself() {
        assertThat(together(1000, halfSeconds(often, 7000, 3000, 3400))).hasSize(3);
    }

    @Test
    void no_more_are_made_together_than_there_is_room_for() {
        assertThat(together(120, halfSeconds(rare, 1000, 2000, 3000, 4000, 5000)))
                .containsExactly(List.of(1000L, 2000L), List.of(3000L, 4000L), List.of(5000L));
    }

    @Test
    void a_film_is_the_same_whether_its_pieces_are_made_together_or_one_by_one() throws Exception {
        var shots = new ArrayList<Segment>();
        for (int i = 0; i < 14; i++) {
            var clip = i % 2 == 0 ? rare : often;
            shots.add(shot(400L * i, 400L * i + 400, clip, 1000L * (i * 5 % 14), i % 3 == 0 ? flash() : m()));
        }
        var title = Segment.text(null, 300, 2000, "Hello", m());
        var film = timeline(5600, shots, List.of(), List.of(title));
        for (int i = 0; i < shots.size(); i++) {
            make("grown", timeline(5600, shots.subList(0, i + 1), List.of(), List.of(title)), "grown-" + i);
        }

        assertThat(make("grown", film, "grown")).hasSameBinaryContentAs(make("at-once", film, "at-once"));
    }

    private static Path make(String store, Timeline timeline, String name) throws Exception {
        var scratch = Files.createTempDirectory(workshop.folder, "scratch");
        return workshop.maker(store)
                .make(
                        timeline,
                        workshop.sources(),
                        Output.DEFAULT,
                        workshop.folder.resolve(name + ".mp4"),
                        scratch,
                        p -> {})
                .file();
    }
}
