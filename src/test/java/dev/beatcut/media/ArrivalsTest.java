package dev.beatcut.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.objects.MemoryObjects;
import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import dev.beatcut.state.Clockwork;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.InHand;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final byte[] FILM = "\0\0\0 ftypisom and so on".getBytes(StandardCharsets.ISO_8859_1);

    private static final Duration KEPT = Duration.ofHours(25);

    private final FakeProject upstream = new FakeProject();
    private final MemoryObjects objects = new MemoryObjects("http://127.0.0.1:1");
    private final Clockwork time = new Clockwork();
    private final Records<MediaItem> items = Records.of(
            new MemoryTable(), new ObjectMapper().registerModule(new JavaTimeModule()), MediaItem.class, time);

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
    void a_second_call_while_the_first_hands_over_is_told_to_wait_however_long_that_takes() {
        var item = waiting("clip.mp4", FILM.length);
        objects.kept.put(item.object(), FILM);
        var told = new ArrayList<Problem>();
        upstream.passing = () -> {
            upstream.passing = () -> {};
            time.of(Duration.ofMinutes(40));
            told.add(catchThrowableOfType(Problem.class, () -> complete(true, item)));
        };

        assertThat(complete(true, item).status()).isEqualTo(MediaStatus.READY);

        assertThat(told).extracting(Problem::code).containsExactly(ProblemCode.STILL_RUNNING);
        assertThat(upstream.fetched).hasSize(1);
        assertThat(read(item).due()).isNull();
    }

    @Test
    void a_hand_over_that_died_is_taken_up_by_the_sweep_within_a_minute() {
        var item = waiting("clip.mp4", FILM.length);
        objects.kept.put(item.object(), FILM);
        grip().take(read(item));

        assertRefused(ProblemCode.STILL_RUNNING, () -> complete(true, item));
        assertThat(read(item).due()).isEqualTo(time.instant().plus(Arrivals.BUSY));
        time.of(Arrivals.BUSY);
        arrivals(true).settle(FakeProject.SESSION, read(item).value());

        assertThat(stored(item).status()).isEqualTo(MediaStatus.READY);
        assertThat(upstream.fetched).hasSize(1);
    }

    private InHand.Grip<MediaItem> grip() {
        return new InHand.Grip<>(items, time, (every, beat) -> () -> {}, Arrivals.BUSY, MediaItem::handingOver);
    }

    @Test
    void whoever_lost_a_file_from_his_hands_changes_nothing_any_more() {
        var item = waiting("clip.mp4", FILM.length);
        objects.kept.put(item.object(), FILM);
        var slow = grip().take(read(item));
        time.of(Arrivals.BUSY);
        complete(true, item);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> slow.end(slow.value().later("elsewhere"), time.instant()));
        assertThat(stored(item).status()).isEqualTo(MediaStatus.READY);
    }

    @Test
    void parts_are_joined_and_then_checked_like_any_file() {
        var item = inParts("clip.mp4", FILM.length);
        assertRefused(ProblemCode.FILE_INCOMPLETE, () -> complete(true, item));
        objects.parts.get(item.upload()).put(1, FILM);

        assertThat(complete(true, item).status()).isEqualTo(MediaStatus.READY);
        assertThat(objects.kept).containsKey(item.object());
        assertThat(objects.parts).isEmpty();
    }

    @Test
    void bytes_that_come_after_a_file_was_refused_are_cleared_away() {
        var item = waiting("clip.mp4", 5);
        objects.kept.put(item.object(), "text!".getBytes(StandardCharsets.UTF_8));
        assertRefused(ProblemCode.FILE_DAMAGED, () -> complete(true, item));
        objects.kept.put(item.object(), "late!".getBytes(StandardCharsets.UTF_8));

        assertThat(read(item).due()).isEqualTo(time.instant().plus(KEPT));
        leftovers().clear(read(item));

        assertThat(objects.kept).isEmpty();
        assertThat(stored(item).status()).isEqualTo(MediaStatus.REFUSED);
        assertThat(read(item).due()).isNull();
    }

    @Test
    void an_upload_that_nobody_completed_expires_with_all_that_had_arrived() {
        var whole = waiting("clip.mp4", 5);
        objects.kept.put(whole.object(), new byte[3]);
        leftovers().clear(read(whole));

        assertThat(objects.kept).isEmpty();
        assertThat(stored(whole).status()).isEqualTo(MediaStatus.EXPIRED);
        assertThat(stored(whole).problem().next()).contains("Bring it again");
        assertThat(read(whole).due()).isNull();
        assertRefused(ProblemCode.UPLOAD_EXPIRED, () -> complete(true, whole));
    }

    @Test
    void parts_that_nobody_joined_expire_too_wherever_the_sweep_dies() {
        var item = inParts("clip.mp4", FILM.length);
        objects.parts.get(item.upload()).put(1, FILM);
        var dying = new Leftovers(items, failing(), time);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> dying.clear(read(item)));
        assertThat(stored(item).status()).isEqualTo(MediaStatus.EXPIRED);
        assertThat(read(item).due()).isEqualTo(time.instant().plusSeconds(60));
        leftovers().clear(read(item));

        assertThat(objects.parts).isEmpty();
        assertThat(read(item).due()).isNull();
    }

    @Test
    void a_file_that_is_completed_while_it_expires_is_one_or_the_other() {
        var item = waiting("clip.mp4", FILM.length);
        objects.kept.put(item.object(), FILM);
        var before = read(item);
        complete(true, item);

        leftovers().clear(before);

        assertThat(stored(item).status()).isEqualTo(MediaStatus.READY);
        assertThat(objects.kept).containsKey(item.object());
    }

    private Leftovers leftovers() {
        return new Leftovers(items, objects, time);
    }

    /** A store that is out of reach. */
    private static Objects failing() {
        return (Objects) Proxy.newProxyInstance(
                Objects.class.getClassLoader(), new Class<?>[] {Objects.class}, (self, method, values) -> {
                    throw new IllegalStateException("out of reach");
                });
    }

    private MediaItem inParts(String name, long size) {
        var item = waiting(name, size);
        var upload = objects.begin(item.object(), "video/mp4");
        return items.update(read(item), item.inParts(upload), null).value();
    }

    private MediaItem complete(boolean near, MediaItem item) {
        return arrivals(near).complete(FakeProject.SESSION, read(item));
    }

    private Arrivals arrivals(boolean near) {
        return new Arrivals(
                items, upstream, new ContentCheck(objects), new Handover(objects, near), objects, time, time, KEPT);
    }

    private Versioned<MediaItem> read(MediaItem item) {
        return items.get(MediaItem.key(FakeProject.SESSION, item.id())).orElseThrow();
    }

    private MediaItem waiting(String name, long size) {
        var id = IdKind.MEDIA.in(FakeProject.SESSION, "2".repeat(26));
        var item = MediaItem.awaited(id, FakeProject.SESSION, name, Format.MP4, size, time.instant());
        return items.insert(MediaItem.key(FakeProject.SESSION, id), item).value();
    }

    private MediaItem stored(MediaItem item) {
        return read(item).value();
    }

    private static void assertRefused(ProblemCode code, ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class).isThrownBy(call).satisfies(problem -> assertThat(problem.code())
                .isEqualTo(code));
    }
}
