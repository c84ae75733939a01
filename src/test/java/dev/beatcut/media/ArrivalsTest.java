package dev.beatcut.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.objects.MemoryObjects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.Records;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final byte[] FILM = "\0\0\0 ftypisom and so on".getBytes(StandardCharsets.ISO_8859_1);

    private final FakeProject upstream = new FakeProject();
    private final MemoryObjects objects = new MemoryObjects("http://127.0.0.1:1");
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Records<MediaItem> items = Records.of(
            new MemoryTable(), new ObjectMapper().registerModule(new JavaTimeModule()), MediaItem.class, () -> now);

    @Test
    void a_file_that_is_whole_is_handed_over_by_a_link_and_once() {
        var item = waiting("clip one.mp4", FILM.length);
        objects.kept.put(item.object(), FILM);

        assertThat(complete(true, item).status()).isEqualTo(MediaStatus.READY);
        assertThat(complete(true, item).status()).isEqualTo(MediaStatus.READY);
        assertThat(upstream.fetched).hasSize(1).allMatch(link -> link.getPath().endsWith("/clip_one.mp4"));
        assertThat(upstream.streamed).isEmpty();
    }

    @Test
    void bytes_are_streamed_where_the_upstream_cannot_reach_our_links() {
        var item = waiting("clip.mp4", FILM.length);
        objects.kept.put(item.object(), FILM);
        complete(false, item);

        assertThat(upstream.fetched).isEmpty();
        assertThat(upstream.streamed).containsExactly("clip.mp4");
    }

    @Test
    void bytes_are_streamed_where_the_upstream_failed_to_fetch() {
        var item = waiting("clip.mp4", FILM.length);
        objects.kept.put(item.object(), FILM);
        upstream.refusals.add(new Problem(ProblemCode.UPSTREAM_REFUSED, "Could not fetch.", "-"));

        assertThat(complete(true, item).status()).isEqualTo(MediaStatus.READY);
        assertThat(upstream.streamed).containsExactly("clip.mp4");
    }

    @Test
    void what_is_not_there_or_not_whole_can_be_put_again() {
        var item = waiting("clip.mp4", FILM.length);
        assertRefused(ProblemCode.FILE_INCOMPLETE, () -> complete(true, item));
        objects.kept.put(item.object(), new byte[3]);
        assertRefused(ProblemCode.FILE_INCOMPLETE, () -> complete(true, item));
        objects.kept.put(item.object(), FILM);

        assertThat(complete(true, item).status()).isEqualTo(MediaStatus.READY);
    }

    @Test
    void a_text_named_mp4_is_refused_here_and_its_bytes_are_deleted() {
        var text = "This is a text.".getBytes(StandardCharsets.UTF_8);
        var item = waiting("clip.mp4", text.length);
        objects.kept.put(item.object(), text);

        assertRefused(ProblemCode.FILE_DAMAGED, () -> complete(true, item));
        assertThat(objects.kept).isEmpty();
        assertThat(upstream.fetched).isEmpty();
        assertThat(stored(item).status()).isEqualTo(MediaStatus.REFUSED);
        assertRefused(ProblemCode.FILE_DAMAGED, () -> complete(true, item));
    }

    @Test
    void what_the_upstream_judges_damaged_is_refused_and_deleted() {
        var item = waiting("clip.mp4", FILM.length);
        objects.kept.put(item.object(), FILM);
        upstream.refusals.add(new Problem(ProblemCode.UNSUPPORTED_FORMAT, "No stream.", "-"));

        assertRefused(ProblemCode.UNSUPPORTED_FORMAT, () -> complete(true, item));
        assertThat(objects.kept).isEmpty();
    }

    @Test
    void an_upstream_out_of_reach_costs_nothing_but_time() {
        var item = waiting("clip.mp4", FILM.length);
        objects.kept.put(item.object(), FILM);
        upstream.refusals.add(new Problem(ProblemCode.UPSTREAM_UNREACHABLE, "No answer.", "-"));

        assertRefused(ProblemCode.UPSTREAM_UNREACHABLE, () -> complete(true, item));
        assertThat(complete(true, item).status()).isEqualTo(MediaStatus.READY);
    }

    @Test
    void a_second_call_while_the_first_hands_over_is_told_to_wait_until_the_first_is_taken_for_dead() {
        var item = waiting("clip.mp4", FILM.length);
        objects.kept.put(item.object(), FILM);
        var read = items.get(MediaItem.key(FakeProject.SESSION, item.id())).orElseThrow();
        items.update(read, item.handingOver(now.plus(Arrivals.HANDOVER_AT_MOST)), null);

        assertRefused(ProblemCode.STILL_RUNNING, () -> complete(true, item));
        now = now.plus(Arrivals.HANDOVER_AT_MOST).plus(Duration.ofSeconds(1));
        assertThat(complete(true, item).status()).isEqualTo(MediaStatus.READY);
    }

    private MediaItem complete(boolean near, MediaItem item) {
        var arrivals = new Arrivals(
                items, upstream, new ContentCheck(objects), new Handover(objects, near), objects, () -> now);
        var read = items.get(MediaItem.key(FakeProject.SESSION, item.id())).orElseThrow();
        return arrivals.complete(FakeProject.SESSION, read);
    }

    private MediaItem waiting(String name, long size) {
        var id = IdKind.MEDIA.in(FakeProject.SESSION, "2".repeat(26));
        var item = new MediaItem(
                id,
                "local",
                FakeProject.SESSION.id(),
                name,
                Format.MP4,
                size,
                null,
                MediaStatus.WAITING,
                now,
                null,
                null,
                null,
                null);
        return items.insert(MediaItem.key(FakeProject.SESSION, id), item).value();
    }

    private MediaItem stored(MediaItem item) {
        return items.get(MediaItem.key(FakeProject.SESSION, item.id()))
                .orElseThrow()
                .value();
    }

    private static void assertRefused(ProblemCode code, ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class).isThrownBy(call).satisfies(problem -> assertThat(problem.code())
                .isEqualTo(code));
    }
}
