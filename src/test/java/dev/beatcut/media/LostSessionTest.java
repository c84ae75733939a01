package dev.beatcut.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.nemo.TurnListener;
import dev.beatcut.nemo.UploadedFile;
import dev.beatcut.objects.MemoryObjects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.FragileCloud;
import dev.beatcut.session.Holdings;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Project;
import dev.beatcut.session.Projects;
import dev.beatcut.session.Session;
import dev.beatcut.state.Clockwork;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Key;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.MortalTable;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Flow 7: the upstream no longer knows a project (1002). */
class LostSessionTest {

    private static final byte[] FILM = "\0\0\0 ftypisom and so on".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant LEAVE = Instant.parse("2026-01-02T00:00:00Z");

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final MemoryTable table = new MemoryTable();
    private final MemoryObjects objects = new MemoryObjects("http://127.0.0.1:1");
    private final FragileCloud cloud = new FragileCloud();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final Records<MediaItem> items = Records.of(table, json, MediaItem.class, now::get);
    private final Session session = cloud.project(table, json, now::get);
    private final Process process = new Process(table);

    private static final class Dead extends Error {}

    /** What one process of ours is made of. */
    private final class Process {

        final Projects projects;
        final Arrivals arrivals;

        Process(Table ours) {
            this(ours, LostSessionTest.this::tick);
        }

        Process(Table ours, Pause pause) {
            this(ours, now::get, pause, Heart.REAL);
        }

        /** One whose time passes as a test says. */
        Process(Table ours, Clockwork time) {
            this(ours, time, time, time);
        }

        private Process(Table ours, InstantSource clock, Pause pause, Heart heart) {
            var files = Records.of(ours, json, MediaItem.class, clock);
            var held = new AtomicReference<Holdings>();
            projects = cloud.process(ours, json, clock, pause, heart, held::get);
            arrivals = new Arrivals(
                    files,
                    projects,
                    new ContentCheck(objects),
                    new Handover(objects, true),
                    objects,
                    clock,
                    heart,
                    Duration.ofDays(1));
            held.set(new HeldFiles(files, arrivals, objects));
        }

        Project project() {
            return projects.of(session);
        }

        MediaItem complete(String id) {
            return arrivals.complete(
                    projects.of("local", session.id()), items.get(key(id)).orElseThrow());
        }
    }

    private void tick(Duration length) {
        now.updateAndGet(before -> before.plus(length));
    }

    @Test
    void what_is_held_is_handed_over_again_and_what_is_gone_is_told() {
        ready("1", "a.mp4");
        ready("2", "song.mp3");
        ready("3", "c.mov");
        brought("4", "https://example.com/d.mp4");
        objects.kept.remove(stored("3").object());
        cloud.forget();

        var gone = refusal(() -> process.project().say("cut it", LEAVE, new TurnListener() {}));

        assertThat(gone.code()).isEqualTo(ProblemCode.UPSTREAM_SESSION_GONE);
        assertThat(gone.detail())
                .contains("a new one was opened")
                .contains("Handed over again: a.mp4, song.mp3, d.mp4.")
                .contains("Gone: the timeline, c.mov (")
                .doesNotContain("up1", "up2");
        assertThat(gone.next()).contains("Bring again").contains("say again");
        assertThat(cloud.files()).containsExactly("a.mp4", "song.mp3", "d.mp4");
        assertThat(stored("1").status()).isEqualTo(MediaStatus.READY);
        assertThat(stored("3").status()).isEqualTo(MediaStatus.REFUSED);
        assertThat(stored("3").problem().detail()).contains("no longer kept here");
        assertThat(cloud.said).isEmpty();
    }

    @Test
    void the_project_stays_usable() {
        ready("1", "a.mp4");
        cloud.forget();
        var project = process.project();
        refusal(project::state);

        project.say("cut it", LEAVE, new TurnListener() {});

        assertThat(cloud.said).containsExactly("cut it");
        assertThat(cloud.opened).hasSize(2);
    }

    @Test
    void a_project_without_files_is_told_to_bring_some() {
        cloud.forget();
        assertThat(refusal(() -> process.project().state()).next()).startsWith("Bring files");
    }

    @Test
    void a_file_that_is_just_handed_over_goes_to_the_new_session_and_the_call_succeeds() {
        ready("1", "a.mp4");
        waiting("2", "b.mp4");
        cloud.forget();

        assertThat(process.complete("2").status()).isEqualTo(MediaStatus.READY);
        assertThat(cloud.files()).containsExactlyInAnyOrder("a.mp4", "b.mp4");
        assertThat(cloud.opened).hasSize(2);
    }

    @Test
    void what_went_while_a_file_was_brought_is_told_to_the_next_who_speaks_and_once() {
        ready("1", "a.mp4");
        waiting("2", "b.mp4");
        cloud.forget();
        process.complete("2");
        waiting("3", "c.mp4");
        assertThat(process.complete("3").status()).isEqualTo(MediaStatus.READY);

        var gone = refusal(() -> process.project().say("faster", LEAVE, new TurnListener() {}));

        assertThat(gone.code()).isEqualTo(ProblemCode.UPSTREAM_SESSION_GONE);
        assertThat(gone.detail()).contains("a.mp4, b.mp4, c.mp4", "Gone: the timeline");
        process.project().say("cut it", LEAVE, new TurnListener() {});
        assertThat(cloud.said).containsExactly("cut it");
        assertThat(cloud.files()).containsExactlyInAnyOrder("a.mp4", "b.mp4", "c.mp4");
        assertThat(cloud.opened).hasSize(2);
    }

    @Test
    void a_file_that_reached_the_lost_session_while_the_others_were_listed_comes_along() {
        var item = waiting("1", "a.mp4");
        var busy = items.update(items.get(key("1")).orElseThrow(), item.handingOver(now.get()), null);
        cloud.forget();
        var seen = new UploadedFile("a.mp4", "video", URI.create("http://x/a.mp4"), 1L, 2, 2, "h");
        Runnable late = () ->
                items.update(busy, busy.value().ready(seen, session.upstream().sessionId()), null);

        var gone = refusal(() -> new Process(afterFirstList(late)).project().state());

        assertThat(gone.detail()).contains("Handed over again: a.mp4.");
        assertThat(cloud.files()).containsExactly("a.mp4");
    }

    private Table afterFirstList(Runnable event) {
        var events = new ArrayDeque<>(List.of(event));
        InvocationHandler passed = (it, call, with) -> {
            try {
                return call.invoke(table, with);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            } finally {
                if (call.getName().equals("list") && !events.isEmpty()) {
                    events.pop().run();
                }
            }
        };
        return (Table) Proxy.newProxyInstance(Table.class.getClassLoader(), new Class<?>[] {Table.class}, passed);
    }

    @Test
    void a_file_that_the_upstream_does_not_take_now_is_told_as_such_and_holds_up_no_other() {
        ready("1", "a.mp4");
        ready("2", "b.mp4");
        cloud.forget();
        cloud.refusals = name ->
                name.equals("a.mp4") ? new Problem(ProblemCode.UPSTREAM_UNREACHABLE, "No answer.", "Try again.") : null;

        var gone = refusal(() -> process.project().state());

        assertThat(gone.detail())
                .contains("Handed over again: b.mp4.")
                .contains("Not yet handed over: a.mp4 (complete it again).");
        cloud.refusals = name -> null;
        assertThat(process.complete("1").status()).isEqualTo(MediaStatus.READY);
        assertThat(cloud.files()).containsExactly("b.mp4", "a.mp4");
    }

    @Test
    void a_link_that_no_longer_leads_anywhere_is_gone() {
        brought("1", "https://example.com/a.mp4");
        cloud.forget();
        cloud.refusals = name -> new Problem(ProblemCode.UPSTREAM_REFUSED, "Nothing there", "-");

        assertThat(refusal(() -> process.project().state()).detail()).contains("a.mp4 (Nothing there)");
        assertThat(stored("1").status()).isEqualTo(MediaStatus.REFUSED);
    }

    @Test
    void what_never_arrived_or_was_refused_before_is_not_told() {
        waiting("1", "a.mp4");
        cloud.forget();

        assertThat(refusal(() -> process.project().state()).detail()).doesNotContain("a.mp4");
        assertThat(stored("1").status()).isEqualTo(MediaStatus.WAITING);
    }

    @Test
    void an_export_that_is_asked_for_by_its_own_id_opens_nothing() {
        cloud.forget();
        var gone = refusal(() -> process.project().render("unknown"));

        assertThat(gone.detail()).isEqualTo("1002");
        assertThat(cloud.opened).hasSize(1);
        process.project().render("known");
        process.project().credits();
        assertThat(cloud.opened).hasSize(1);
    }

    @Test
    void a_new_session_that_is_lost_while_files_are_handed_over_is_replaced_once_more() {
        ready("1", "a.mp4");
        ready("2", "b.mp4");
        cloud.forget();
        var given = new AtomicInteger();
        cloud.refusals = name -> {
            if (given.incrementAndGet() == 2) {
                cloud.forget();
                throw new Problem(ProblemCode.UPSTREAM_SESSION_GONE, "1002", "-");
            }
            return null;
        };

        assertThat(refusal(() -> process.project().state()).detail()).contains("Handed over again: a.mp4, b.mp4.");
        assertThat(cloud.files()).containsExactly("a.mp4", "b.mp4");
        assertThat(cloud.opened).hasSize(3);
    }

    @Test
    void a_second_loss_hands_everything_over_once_more() {
        ready("1", "a.mp4");
        cloud.forget();
        refusal(() -> process.project().state());
        cloud.forget();

        assertThat(refusal(() -> process.project().state()).detail()).contains("Handed over again: a.mp4.");
        assertThat(cloud.files()).containsExactly("a.mp4");
        assertThat(cloud.opened).hasSize(3);
    }

    @Test
    void two_processes_at_once_open_one_new_session_and_both_are_told() throws Exception {
        ready("1", "a.mp4");
        cloud.forget();
        bothAreRefusedBeforeOneGoesOn();
        Callable<Problem> call = () -> refusal(new Process(table, length -> Thread.yield()).project()::state);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var told : threads.invokeAll(List.of(call, call))) {
                assertThat(told.get().detail()).contains("Handed over again: a.mp4.");
            }
        }
        assertThat(cloud.opened).hasSize(2);
        assertThat(cloud.files()).containsExactly("a.mp4");
    }

    private void bothAreRefusedBeforeOneGoesOn() {
        var together = new CyclicBarrier(2);
        var calls = new AtomicInteger();
        cloud.passing = () -> {
            if (calls.getAndIncrement() < 2) {
                meet(together);
            }
        };
    }

    private static void meet(CyclicBarrier place) {
        try {
            place.await();
        } catch (InterruptedException | BrokenBarrierException never) {
            throw new IllegalStateException(never);
        }
    }

    @Test
    void a_call_that_finds_another_at_it_is_told_so_in_time() {
        ready("1", "a.mp4");
        cloud.forget();
        var other = new AtomicReference<Problem>();
        cloud.refusals = name -> {
            cloud.refusals = any -> null;
            other.set(refusal(() -> new Process(table).project().state()));
            return null;
        };
        var told = refusal(() -> process.project().state());

        assertThat(told.detail()).contains("Handed over again: a.mp4.");
        assertThat(other.get().detail()).contains("are being handed over again");
        assertThat(cloud.opened).hasSize(2);
    }

    @Test
    void a_move_that_hands_over_for_long_is_not_done_by_another_meanwhile() {
        ready("1", "a.mp4");
        ready("2", "b.mp4");
        cloud.forget();
        var beating = new Clockwork();
        var other = new AtomicReference<Problem>();
        cloud.refusals = name -> {
            cloud.refusals = any -> null;
            beating.of(Duration.ofMinutes(30));
            other.set(refusal(() -> new Process(table, beating).project().state()));
            return null;
        };

        var told = refusal(() -> new Process(table, beating).project().state());

        assertThat(told.detail()).contains("Handed over again: a.mp4, b.mp4.");
        assertThat(other.get().detail()).contains("are being handed over again");
        assertThat(cloud.opened).hasSize(2);
        assertThat(cloud.files()).containsExactly("a.mp4", "b.mp4");
    }

    /** Wherever a process dies, the next call goes on: no file is lost from view, and no session is opened for nothing. */
    @Test
    void a_death_at_any_step_is_made_good_by_the_next_call() {
        int deaths = 0;
        while (diesAfter(deaths)) {
            deaths++;
        }
        assertThat(deaths).isGreaterThan(15);
    }

    /** @return whether it died: false when there are no so many steps */
    private boolean diesAfter(int steps) {
        var one = new LostSessionTest();
        one.ready("1", "a.mp4");
        one.ready("2", "c.mov");
        one.brought("3", "https://example.com/d.mp4");
        one.objects.kept.remove(one.stored("2").object());
        one.cloud.forget();
        var left = new AtomicInteger(steps);
        Runnable step = () -> {
            if (left.getAndDecrement() <= 0) {
                throw new Dead();
            }
        };
        one.cloud.passing = step;
        boolean died = one.diesAt(step);
        one.cloud.passing = () -> {};
        one.tick(Duration.ofHours(1));

        var opened = one.cloud.opened.size();
        var told = died ? one.tellsAtLast() : null;
        assertThat(one.cloud.opened.size()).as("step %d", steps).isLessThanOrEqualTo(Math.max(opened, 1) + 1);
        assertThat(one.cloud.opened.size()).as("step %d", steps).isLessThanOrEqualTo(3);
        assertThat(one.newestFiles())
                .as("step %d", steps)
                .contains("a.mp4", "d.mp4")
                .doesNotContain("c.mov")
                .as("at most the file that it died with is there twice")
                .hasSizeLessThanOrEqualTo(3);
        assertThat(one.stored("1").status()).isEqualTo(MediaStatus.READY);
        assertThat(one.stored("2").status()).isEqualTo(MediaStatus.REFUSED);
        assertThat(one.stored("3").status()).isEqualTo(MediaStatus.READY);
        if (told != null) {
            assertThat(told.detail()).contains("a.mp4, d.mp4", "the timeline, c.mov (");
        }
        return died;
    }

    private boolean diesAt(Runnable step) {
        try {
            new Process(new MortalTable(table, step)).project().state();
            return false;
        } catch (Problem told) {
            return false;
        } catch (Dead dead) {
            return true;
        }
    }

    /** Null where the dead one had only to say what it had done. */
    private Problem tellsAtLast() {
        try {
            process.project().state();
            return null;
        } catch (Problem told) {
            return told;
        }
    }

    private List<String> newestFiles() {
        return cloud.sessions.get(cloud.opened.getLast());
    }

    private MediaItem waiting(String own, String name) {
        var format =
                Format.ofExtension(name.substring(name.lastIndexOf('.') + 1)).orElseThrow();
        var item = insert(own, MediaItem.awaited(id(own), session, name, format, FILM.length, now.get()));
        objects.kept.put(item.object(), FILM);
        return item;
    }

    private void ready(String own, String name) {
        waiting(own, name);
        process.complete(own);
    }

    private void brought(String own, String url) {
        var name = url.substring(url.lastIndexOf('/') + 1);
        var item = MediaItem.linked(id(own), session, name, null, URI.create(url), now.get());
        process.arrivals.settle(session, insert(own, item));
    }

    private MediaItem insert(String own, MediaItem item) {
        return items.insert(key(own), item).value();
    }

    private MediaItem stored(String own) {
        return items.get(key(own)).orElseThrow().value();
    }

    private Key key(String own) {
        return MediaItem.key(session, id(own));
    }

    private String id(String own) {
        return IdKind.MEDIA.in(session, own.repeat(26));
    }

    private static Problem refusal(Callable<?> call) {
        return catchThrowableOfType(Problem.class, call::call);
    }
}
