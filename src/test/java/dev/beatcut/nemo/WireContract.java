package dev.beatcut.nemo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the backend relies on at whatever answers the wire of {@code nemo-api.md}. It is asked through {@link Nemo} only,
 * so that client and upstream are proven together.
 */
abstract class WireContract {

    static final String EDIT = "cut on every second beat, 10 seconds, vertical, music at 35%, "
            + "title \"Urban Dreams\" for 3 seconds at the top";
    static final String LATER = "title \"Later\"";
    static final Attribution SKILL = new Attribution("music-cog-online", "1.2.3", "unknown");
    /** A session that nobody has opened. */
    static final String STRANGE = "5529798706024415999";

    /** Made by the caller: the id of this test's export. */
    final String id = "render_" + UUID.randomUUID();

    @Inject
    NemoConfig config;

    @Inject
    Vertx vertx;

    Nemo nemo;

    @BeforeEach
    void call() {
        nemo = new Nemo(new NemoAddress(upstream(), () -> 0), config, vertx, InstantSource.system());
    }

    abstract URI upstream();

    /** When a token that is given now ends; null if this upstream does not tell. */
    abstract Instant weekFromNow();

    /** How long {@code city.mp4} plays. */
    abstract long cityMs();

    /** Where the upstream can fetch the file {@code city.mp4}. */
    abstract URI link();

    /** The next edit takes until {@link #letEditsGo()}, and its stream beats meanwhile. */
    abstract void holdEdits();

    abstract void letEditsGo();

    /** The next export takes until {@link #letFilmsGo()}. */
    abstract void holdFilms();

    abstract void letFilmsGo();

    /** Leaves nobody a credit. */
    abstract void spendAll(Credentials somebody, String session);

    Credentials somebody() {
        return new Credentials(nemo.anonymousToken(client()).token(), SKILL);
    }

    String sessionOf(Credentials somebody) {
        return nemo.openSession(somebody, "project", "en").sessionId();
    }

    String sessionWithFiles(Credentials somebody) {
        var session = sessionOf(somebody);
        brings(somebody, session, "city.mp4", "video/mp4", "clip city");
        brings(somebody, session, "song.mp3", "audio/mpeg", "song " + id);
        return session;
    }

    String sessionWithTimeline(Credentials somebody) {
        var session = sessionWithFiles(somebody);
        says(somebody, session, EDIT);
        return session;
    }

    Upload brings(Credentials somebody, String session, String name, String type, String content) {
        var bytes = content.getBytes(UTF_8);
        return nemo.uploadFile(
                somebody, session, name, type, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    TurnOutcome says(Credentials somebody, String session, String text) {
        return says(somebody, session, text, new Ear());
    }

    TurnOutcome says(Credentials somebody, String session, String text, TurnListener listener) {
        return nemo.run(somebody, session, text, Instant.now().plus(Duration.ofMinutes(5)), listener);
    }

    RenderJob submits(Credentials somebody, String session, JsonNode draft) {
        return nemo.submitRender(somebody, id, session, draft, RenderOutput.DEFAULT);
    }

    RenderJob exports(Credentials somebody, String session) {
        return submits(somebody, session, nemo.state(somebody, session).draft());
    }

    RenderJob ended(Credentials somebody) {
        return await().until(
                () -> nemo.render(somebody, id),
                job -> Set.of(RenderStatus.COMPLETED, RenderStatus.FAILED).contains(job.status()));
    }

    private static String client() {
        return UUID.randomUUID().toString();
    }

    private static JsonNode json(String text) throws IOException {
        return Json.MAPPER.readTree(text);
    }

    private static NemoError refused(NemoErrorKind kind, ThrowingCallable call) {
        var error = catchThrowableOfType(NemoError.class, call);
        assertThat(error).as("a refusal").isNotNull();
        assertThat(error.kind()).as(error.getMessage()).isEqualTo(kind);
        assertThat(error.getMessage()).isNotBlank();
        return error;
    }

    /** What was heard of a turn. */
    static class Ear implements TurnListener {
        final List<String> said = new ArrayList<>();
        final List<String> tools = new ArrayList<>();
        int beats;

        @Override
        public void text(String delta) {
            said.add(delta);
        }

        @Override
        public void alive() {
            beats++;
        }

        @Override
        public void tool(String name) {
            tools.add(name);
        }
    }

    @Test
    void a_token_is_for_an_anonymous_user_with_a_hundred_credits_and_seven_days() {
        var token = nemo.anonymousToken(client());

        assertThat(token.token()).startsWith("nmv_usr_");
        assertThat(token.credits()).isEqualTo(100);
        if (weekFromNow() == null) {
            assertThat(token.expiresAt()).isNull();
        } else {
            assertThat(token.expiresAt()).isBetween(weekFromNow().minusSeconds(120), weekFromNow());
        }
        assertThat(nemo.credits(new Credentials(token.token(), SKILL))).isEqualTo(new Balance(100, 0, 100));
    }

    @Test
    void a_token_wants_a_client_id_and_a_client_gets_one_token_only() {
        refused(NemoErrorKind.BAD_REQUEST, () -> nemo.anonymousToken(null));
        var client = client();
        nemo.anonymousToken(client);

        refused(NemoErrorKind.RATE_LIMITED, () -> nemo.anonymousToken(client));
    }

    @Test
    void a_session_has_an_id_of_more_digits_than_a_double_holds_and_is_found_by_it() {
        var somebody = somebody();
        for (var language : new String[] {"zh-CN", null}) {
            var session = nemo.openSession(somebody, "project", language).sessionId();

            assertThat(session).matches("\\d+");
            assertThat(new BigInteger(session)).isGreaterThan(BigInteger.TWO.pow(53));
            assertThat(nemo.state(somebody, session).draft()).isNull();
        }
    }

    @Test
    void a_bad_token_is_1001_at_every_door() {
        var session = sessionOf(somebody());
        var bad = new Credentials("nmv_usr_bad", SKILL);
        Stream.<ThrowingCallable>of(
                        () -> nemo.openSession(bad, "project", "en"),
                        () -> brings(bad, session, "city.mp4", "video/mp4", "clip city"),
                        () -> nemo.uploadUrls(bad, session, List.of(link())),
                        () -> nemo.credits(bad),
                        () -> nemo.state(bad, session),
                        () -> says(bad, session, EDIT),
                        () -> submits(bad, session, json("{\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":1}]}]}")),
                        () -> nemo.render(bad, id),
                        () -> nemo.cancelRender(bad, id))
                .forEach(call -> refused(NemoErrorKind.TOKEN_REFUSED, call));
    }

    @Test
    void a_session_that_nobody_opened_is_1002() {
        var somebody = somebody();
        Stream.<ThrowingCallable>of(
                        () -> brings(somebody, STRANGE, "city.mp4", "video/mp4", "clip city"),
                        () -> nemo.state(somebody, STRANGE),
                        () -> says(somebody, STRANGE, EDIT))
                .forEach(call -> refused(NemoErrorKind.SESSION_GONE, call));
    }

    @Test
    void files_of_several_types_are_brought_and_are_in_the_session_at_once() {
        var somebody = somebody();
        var session = sessionOf(somebody);

        var clip = brings(somebody, session, "city.mp4", "video/mp4", "clip city");
        var song = brings(somebody, session, "song.mp3", "audio/mpeg", "song " + id);

        assertThat(clip.applied() && song.applied()).isTrue();
        assertThat(clip.files())
                .extracting(UploadedFile::fileName, UploadedFile::fileType, UploadedFile::durationMs)
                .containsExactly(tuple("city.mp4", "video", cityMs()));
        assertThat(clip.files().getFirst()).satisfies(file -> {
            assertThat(file.cdnUrl()).hasScheme(upstream().getScheme());
            assertThat(file.width()).isPositive();
            assertThat(file.height()).isPositive();
        });
        assertThat(song.files())
                .extracting(UploadedFile::fileName, UploadedFile::fileType)
                .containsExactly(tuple("song.mp3", "audio"));
        var state = nemo.state(somebody, session);
        assertThat(state.media())
                .extracting(MediaSeen::fileName, MediaSeen::url)
                .containsExactlyInAnyOrder(
                        tuple("city.mp4", clip.files().getFirst().cdnUrl()),
                        tuple("song.mp3", song.files().getFirst().cdnUrl()));
        assertThat(state.draft()).isNull();
    }

    @Test
    void a_file_is_brought_by_its_address() {
        var somebody = somebody();
        var session = sessionOf(somebody);

        var upload = nemo.uploadUrls(somebody, session, List.of(link()));

        assertThat(upload.applied()).isTrue();
        assertThat(upload.files())
                .extracting(UploadedFile::fileName, UploadedFile::durationMs)
                .containsExactly(tuple("city.mp4", cityMs()));
        assertThat(nemo.state(somebody, session).media())
                .extracting(MediaSeen::fileName)
                .containsExactly("city.mp4");
    }

    @Test
    void another_type_is_4001_too_many_bytes_are_4002_and_neither_is_kept() {
        var somebody = somebody();
        var session = sessionOf(somebody);

        refused(NemoErrorKind.FILE_TYPE, () -> brings(somebody, session, "notes.txt", "text/plain", "just text"));
        refused(
                NemoErrorKind.FILE_SIZE,
                () -> brings(somebody, session, "long.mp4", "video/mp4", "clip " + "x".repeat(200_000)));

        assertThat(nemo.state(somebody, session).media()).isEmpty();
    }

    @Test
    void an_edit_is_told_once_and_is_in_the_state_as_tracks_and_milliseconds() {
        var somebody = somebody();
        var session = sessionWithFiles(somebody);
        var ear = new Ear();

        var outcome = says(somebody, session, EDIT, ear);

        assertThat(outcome).isInstanceOf(TurnOutcome.Spoke.class);
        assertThat(String.join("", ear.said)).isEqualTo(outcome.text());
        assertThat(outcome.text().split("(?<=[.!?])\\s+")).doesNotHaveDuplicates();
        assertThat(ear.tools).isNotEmpty();
        assertThat(outcome.text()).doesNotContain(ear.tools);
        var state = nemo.state(somebody, session);
        assertThat(state.media()).hasSize(2);
        assertThat(tracks(state.draft())).extracting(track -> track.path("tt").asInt()).containsExactly(0, 1, 7);
        assertThat(state.draft().path("d").asLong()).isEqualTo(10_000);
        assertThat(state.draft().path("m").path("width").asInt()).isEqualTo(1080);
        assertThat(tracks(state.draft())).extracting(WireContract::length).containsExactly(10_000L, 10_000L, 3_000L);
        assertThat(state.draft().path("t").get(2).path("sg").toString()).contains("Urban Dreams");
    }

    @Test
    void edits_of_one_session_build_on_each_other() {
        var somebody = somebody();
        var session = sessionWithTimeline(somebody);

        assertThat(says(somebody, session, LATER)).isInstanceOf(TurnOutcome.Spoke.class);

        var draft = nemo.state(somebody, session).draft();
        assertThat(draft.path("t").get(2).path("sg").toString())
                .contains("Later")
                .doesNotContain("Urban Dreams");
        assertThat(length(draft.path("t").get(0))).isEqualTo(10_000);
    }

    @Test
    void a_long_edit_beats_without_a_word_and_freezes_what_it_will_cost() {
        var somebody = somebody();
        var session = sessionWithFiles(somebody);
        var during = new ArrayList<Balance>();
        holdEdits();
        var ear = new Ear() {
            @Override
            public void alive() {
                if (beats++ == 0) {
                    assertThat(said).isEmpty();
                    during.add(nemo.credits(somebody));
                    letEditsGo();
                }
            }
        };

        var outcome = says(somebody, session, EDIT, ear);

        assertThat(ear.beats).isPositive();
        assertThat(outcome.text()).isNotBlank().doesNotContain("heartbeat", "{");
        assertThat(during).singleElement().satisfies(balance -> {
            assertThat(balance.frozen()).isPositive();
            assertThat(balance.available()).isEqualTo(100 - balance.frozen());
            assertThat(balance.total()).isEqualTo(100);
            assertThat(nemo.credits(somebody)).isEqualTo(new Balance(balance.available(), 0, balance.available()));
        });
    }

    @Test
    void without_credits_a_message_is_2001_names_the_user_if_any_and_changes_nothing() {
        var token = nemo.anonymousToken(client());
        var somebody = new Credentials(token.token(), SKILL);
        var opened = nemo.openSession(somebody, "project", "en");
        var session = opened.sessionId();
        brings(somebody, session, "city.mp4", "video/mp4", "clip city");
        brings(somebody, session, "song.mp3", "audio/mpeg", "song " + id);
        spendAll(somebody, session);
        var before = nemo.state(somebody, session).draft();

        var error = refused(NemoErrorKind.NO_CREDITS, () -> says(somebody, session, EDIT));

        assertThat(Stream.of(token.userId(), opened.userId(), error.userId().orElse(null))
                        .filter(Objects::nonNull)
                        .distinct())
                .as("the id that a registration link binds")
                .singleElement()
                .asString()
                .startsWith("anon_");
        assertThat(nemo.credits(somebody).available()).isZero();
        assertThat(nemo.state(somebody, session).draft()).isEqualTo(before);
    }

    @Test
    void a_message_without_words_is_refused() {
        var somebody = somebody();
        var session = sessionOf(somebody);

        refused(NemoErrorKind.BAD_REQUEST, () -> says(somebody, session, ""));
    }

    @Test
    void an_export_goes_from_pending_to_a_film() throws IOException {
        var somebody = somebody();
        var session = sessionWithTimeline(somebody);
        holdFilms();
        var under = EnumSet.of(RenderStatus.PENDING, RenderStatus.PROCESSING);

        assertThat(exports(somebody, session)).satisfies(job -> {
            assertThat(job.id()).isEqualTo(id);
            assertThat(under).contains(job.status());
            assertThat(job.outputUrl()).isNull();
        });
        await().until(() -> nemo.render(somebody, id).status() == RenderStatus.PROCESSING);
        letFilmsGo();

        var film = ended(somebody);
        assertThat(film.id()).isEqualTo(id);
        assertThat(film.status()).as(film.error()).isEqualTo(RenderStatus.COMPLETED);
        assertThat(film.progress()).isEqualTo(100);
        assertThat(film.outputUrl()).isNotNull();
        assertThat(nemo.render(somebody, id)).isEqualTo(film);
    }

    @Test
    void a_film_is_for_whoever_has_its_address_and_by_its_id_for_its_owner() throws IOException {
        var somebody = somebody();
        exports(somebody, sessionWithTimeline(somebody));
        var film = ended(somebody);
        var byId = new RenderJob(id, RenderStatus.COMPLETED, 100, null, null, null);
        var other = new Credentials("nmv_usr_bad", SKILL);

        for (var bytes : List.of(nemo.download(other, film), nemo.download(somebody, byId))) {
            try (bytes) {
                assertThat(bytes).hasContent("film");
            }
        }
        refused(NemoErrorKind.TOKEN_REFUSED, () -> nemo.download(other, byId));
    }

    @Test
    void an_export_sent_twice_is_one_job_whether_the_second_is_refused_or_not() {
        var somebody = somebody();
        var session = sessionWithTimeline(somebody);
        holdFilms();
        exports(somebody, session);

        var error = catchThrowableOfType(
                NemoError.class, () -> assertThat(exports(somebody, session).id()).isEqualTo(id));

        assertThat(error == null || error.kind() == NemoErrorKind.BAD_REQUEST).as("%s", error).isTrue();
        letFilmsGo();
        assertThat(ended(somebody).status()).isEqualTo(RenderStatus.COMPLETED);
    }

    @Test
    void an_export_that_fails_says_why() throws IOException {
        var somebody = somebody();
        submits(somebody, sessionOf(somebody), json(DRAFT_OF_NOTHING));

        var job = ended(somebody);

        assertThat(job.status()).isEqualTo(RenderStatus.FAILED);
        assertThat(job.error()).contains("uploaded file");
        assertThat(job.outputUrl()).isNull();
    }

    static final String DRAFT_OF_NOTHING =
            "{\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":1000,\"src\":\"file:///nowhere/a.mp4\"}]}]}";

    @Test
    void an_export_called_off_gives_no_film() {
        var somebody = somebody();
        var session = sessionWithTimeline(somebody);
        holdFilms();
        exports(somebody, session);

        var off = EnumSet.of(RenderStatus.FAILED, RenderStatus.CANCELLED);
        assertThat(off).contains(nemo.cancelRender(somebody, id).status());
        letFilmsGo();

        var job = nemo.render(somebody, id);
        assertThat(off).contains(job.status());
        assertThat(job.outputUrl()).isNull();
    }

    @Test
    void an_export_that_nobody_asked_for_is_not_found() {
        var somebody = somebody();

        refused(NemoErrorKind.NOT_FOUND, () -> nemo.render(somebody, "render_unknown"));
    }

    @Test
    void a_draft_without_segments_is_refused_and_no_job() throws IOException {
        var somebody = somebody();
        var session = sessionOf(somebody);

        refused(NemoErrorKind.BAD_REQUEST, () -> submits(somebody, session, json("{}")));

        refused(NemoErrorKind.NOT_FOUND, () -> nemo.render(somebody, id));
    }

    @Test
    void an_export_without_attribution_is_402_before_anything_else() {
        var somebody = somebody();
        var nameless = new Credentials(somebody.token(), new Attribution("music-cog-online", "", "unknown"));

        refused(NemoErrorKind.EXPORT_BLOCKED, () -> submits(nameless, STRANGE, json("{}")));
    }

    private static List<JsonNode> tracks(JsonNode draft) {
        return StreamSupport.stream(draft.path("t").spliterator(), false).toList();
    }

    private static long length(JsonNode track) {
        return StreamSupport.stream(track.path("sg").spliterator(), false)
                .mapToLong(segment -> segment.path("d").asLong())
                .sum();
    }
}
