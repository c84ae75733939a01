package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Expected;
import dev.beatcut.state.Key;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import dev.beatcut.studio.ffmpeg.Pixels;
import dev.beatcut.studio.render.Output;
import dev.beatcut.timeline.Draft;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderRoomTest {

    private static final JsonNode DRAFT = JsonNodeFactory.instance.objectNode();

    @TempDir
    Path folder;

    private final Node.Clock clock = new Node.Clock();
    private final MemoryTable table = new MemoryTable();
    private final FakeCraft craft = new FakeCraft();
    private Node node;
    private Session session;

    @BeforeEach
    void open() {
        node = node(1);
        session = node.project(UUID.randomUUID().toString());
    }

    @Test
    void a_film_is_kept_and_the_scratch_is_empty_after() throws IOException {
        submit(node, "render_1");
        var job = ends(node, "render_1");

        assertThat(job.status()).isEqualTo(RenderJob.Status.COMPLETED);
        assertThat(job.progress()).isEqualTo(100);
        assertThat(folder.resolve("kept").resolve(job.object())).hasContent("film");
        await().untilAsserted(() -> assertThat(scratch()).isZero());
    }

    @Test
    void the_same_id_again_is_the_same_job_and_another_sessions_id_is_refused() {
        craft.films = new CountDownLatch(1);
        submit(node, "render_1");
        submit(node, "render_1");
        var other = node.project(UUID.randomUUID().toString());

        assertThatThrownBy(() -> node.room.submit(other, "render_1", DRAFT, Output.DEFAULT))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT));
        craft.films.countDown();
        ends(node, "render_1");
        assertThat(craft.begun).hasValue(1);
    }

    @Test
    void a_render_that_a_killed_process_left_half_done_completes_once() {
        craft.films = new CountDownLatch(1);
        submit(node, "render_1");
        await().until(() -> craft.begun.get() == 1);
        node.kill();
        craft.films.countDown();

        var next = node(1);
        var beside = node(1);
        assertThat(next.renders.find("render_1").orElseThrow().status()).isEqualTo(RenderJob.Status.PROCESSING);
        clock.forward(Duration.ofSeconds(16));
        next.recovery.sweep();
        beside.recovery.sweep();
        next.recovery.sweep();

        assertThat(ends(next, "render_1").status()).isEqualTo(RenderJob.Status.COMPLETED);
        next.recovery.sweep();
        assertThat(craft.begun).hasValue(2);
        assertThat(next.renders.find("render_1").orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void a_render_that_keeps_killing_its_process_is_given_up() {
        craft.films = new CountDownLatch(1);
        submit(node, "render_1");
        for (int life = 1; life <= Labour.MOST_ATTEMPTS; life++) {
            int lives = life;
            await().until(() -> craft.begun.get() == lives);
            node.kill();
            clock.forward(Duration.ofSeconds(16));
            node = node(1);
            node.recovery.sweep();
        }

        assertThat(ends(node, "render_1").status()).isEqualTo(RenderJob.Status.FAILED);
        assertThat(craft.begun).hasValue(Labour.MOST_ATTEMPTS);
    }

    @Test
    void a_render_whose_process_is_killed_ever_again_goes_on_while_each_brings_some_of_it() {
        craft.films = new CountDownLatch(1);
        craft.fruitful = true;
        submit(node, "render_1");
        for (int life = 1; life <= Labour.MOST_ATTEMPTS + 1; life++) {
            int lives = life;
            await().until(() -> craft.begun.get() == lives);
            await().until(() -> node.renders.find("render_1").orElseThrow().fruitless() == 0);
            node.kill();
            clock.forward(Duration.ofSeconds(16));
            node = node(1);
            node.recovery.sweep();
        }
        craft.films.countDown();

        assertThat(ends(node, "render_1").status()).isEqualTo(RenderJob.Status.COMPLETED);
    }

    @Test
    void a_film_for_which_the_store_was_away_for_long_is_made_again() {
        var away = new AtomicInteger(Labour.MOST_ATTEMPTS + 1);
        craft.filming = () -> {
            if (away.getAndDecrement() <= 0) {
                return;
            }
            throw new Problem(ProblemCode.STORAGE_UNAVAILABLE, "S3 does not answer.", "Try again.");
        };
        submit(node, "render_1");

        var job = await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> {
                            node.recovery.sweep();
                            return node.renders.find("render_1").orElseThrow();
                        },
                        RenderJob::isOver);

        assertThat(job.status()).isEqualTo(RenderJob.Status.COMPLETED);
        assertThat(job.attempts()).isEqualTo(Labour.MOST_ATTEMPTS + 2);
    }

    @Test
    void a_clip_that_was_judged_before_anybody_looked_at_its_pixels_is_judged_again() throws IOException {
        var json = new ObjectMapper();
        var clip = session.media().getFirst();
        var key = new Key("studio/media", clip.id());
        var old = (ObjectNode) json.valueToTree(clip);
        ((ObjectNode) old.path("info")).remove("pixels");
        var stored = table.get(key, clock.instant()).orElseThrow();
        table.put(stored.document(old.toString()), Expected.version(stored.version()), clock.instant());
        var shot = Segment.media(null, 0, 1000, clip.address(), 0, 1, null);
        var film = new Timeline(1000L, List.of(Track.of(null, TrackType.VIDEO, List.of(shot))), null, null);

        node.room.submit(session, "render_1", Draft.write(film), Output.DEFAULT);

        assertThat(ends(node, "render_1").status()).isEqualTo(RenderJob.Status.COMPLETED);
        assertThat(craft.used).extracting(MediaInfo::pixels).containsExactly(Pixels.PLAIN);
    }

    @Test
    void cancelling_ends_the_work_and_leaves_no_film() {
        craft.films = new CountDownLatch(1);
        var job = submit(node, "render_1");
        await().until(() -> craft.atOnce.get() == 1);

        assertThat(node.room.cancel(job).status()).isEqualTo(RenderJob.Status.CANCELLED);

        await().until(() -> craft.atOnce.get() == 0);
        await().untilAsserted(() -> assertThat(scratch()).isZero());
        node.recovery.sweep();
        assertThat(craft.begun).hasValue(1);
        assertThat(node.renders.find("render_1").orElseThrow().status()).isEqualTo(RenderJob.Status.CANCELLED);
    }

    @Test
    void no_more_than_the_allowed_number_run_at_once() {
        craft.films = new CountDownLatch(1);
        var wide = node(2);
        for (int id = 0; id < 5; id++) {
            submit(wide, "render_" + id);
        }
        await().until(() -> craft.atOnce.get() == 2);
        craft.films.countDown();

        for (int id = 0; id < 5; id++) {
            assertThat(ends(wide, "render_" + id).status()).isEqualTo(RenderJob.Status.COMPLETED);
        }
        assertThat(craft.mostAtOnce).hasValue(2);
    }

    private RenderJob submit(Node at, String id) {
        return at.room.submit(session, id, DRAFT, Output.DEFAULT);
    }

    private static RenderJob ends(Node node, String id) {
        return await().atMost(Duration.ofSeconds(5))
                .until(() -> node.renders.find(id).orElseThrow(), RenderJob::isOver);
    }

    private long scratch() throws IOException {
        if (Files.notExists(folder.resolve("scratch"))) {
            return 0;
        }
        try (var found = Files.walk(folder.resolve("scratch"))) {
            return found.filter(path -> path.getFileName().toString().startsWith("work"))
                    .count();
        }
    }

    private Node node(int renders) {
        return new Node(table, folder, clock, craft, new Settings(folder.resolve("scratch"), renders, 100, 1000));
    }
}
