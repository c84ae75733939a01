package dev.beatcut.nemo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.observe.Observer;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/**
 * An upstream that answers the wire of {@code nemo-api.md}, and what has to have happened there before a promise can be
 * tried. It is asked through {@link Nemo} only, so that client and upstream are proven together.
 */
abstract class WireScenes {

    static final String EDIT = "cut on every second beat, 10 seconds, vertical, music at 35%, "
            + "title \"Urban Dreams\" for 3 seconds at the top";
    static final String LATER = "title \"Later\"";
    static final Attribution SKILL = new Attribution("music-cog-online", "1.2.3", "unknown");
    static final String DRAFT_OF_NOTHING =
            "{\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":1000,\"src\":\"file:///nowhere/a.mp4\"}]}]}";
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
        nemo = new Nemo(new NemoAddress(upstream(), null), config, vertx, InstantSource.system(), Observer.NONE);
    }

    abstract URI upstream();

    /** When a token that is given now ends; null if this upstream does not tell. */
    abstract Instant weekFromNow();

    /** How long {@code city.mp4} plays. */
    abstract long cityMs();

    /** Where the upstream can fetch the file {@code city.mp4}. */
    abstract URI link();

    /** An edit of files that come from now on takes until {@link #letEditsGo()}, and its stream beats meanwhile. */
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
        return nemo.uploadFile(somebody, session, name, type, bytes.length, () -> new ByteArrayInputStream(bytes));
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
        return await().until(() -> nemo.render(somebody, id), job -> Set.of(RenderStatus.COMPLETED, RenderStatus.FAILED)
                .contains(job.status()));
    }

    static String client() {
        return UUID.randomUUID().toString();
    }

    static JsonNode json(String text) throws IOException {
        return Json.MAPPER.readTree(text);
    }

    static NemoError refused(NemoErrorKind kind, ThrowingCallable call) {
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
}
