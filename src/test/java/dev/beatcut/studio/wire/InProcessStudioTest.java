package dev.beatcut.studio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.library.Settings;
import dev.beatcut.studio.library.Turn;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The studio that simulations call: the real one, without sockets, threads and waiting. */
class InProcessStudioTest {

    @TempDir
    Path folder;

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z"));

    @Test
    void a_whole_walk_is_over_when_each_call_returns() {
        var studio = new InProcessStudio(new Settings(folder), clock, 7);
        var guest = new Guest(studio).arrive("en");

        var reply = guest.says(Guest.EDIT);
        guest.submits("render_1");
        var job = guest.get("/api/render/proxy/lambda/render_1");
        var film = guest.get("/api/render/proxy/render_1/download");

        assertThat(reply.headers()).containsEntry("content-type", "text/event-stream");
        assertThat(reply.text()).contains("functionCall", "functionResponse", "\"finishReason\":\"STOP\"");
        assertThat(reply.took()).isZero();
        assertThat(reply.breaks()).isFalse();
        assertThat(guest.draft()).isNotEmpty();
        assertThat(job.json().path("status").asText()).isEqualTo("completed");
        assertThat(film.text()).isEqualTo("film");
        assertThat(guest.credits()).isEqualTo(96);
        assertThat(studio.turnsDone()).isEqualTo(1);
        assertThat(studio.broken()).isEmpty();
        assertThat(studio.heard(guest.session)).singleElement().satisfies(heard -> {
            assertThat(heard.text()).isEqualTo(Guest.EDIT);
            assertThat(heard.status()).isEqualTo(Turn.Status.EDITED);
            assertThat(heard.charged()).isEqualTo(4);
        });
    }

    @Test
    void a_turn_that_fails_is_an_error_in_json_whatever_is_in_its_words() {
        var studio = new InProcessStudio(new Settings(folder), clock, 7);
        studio.craft.deaf = new Problem(ProblemCode.FILE_DAMAGED, "The song is \"torn\"\nin two.", "Send it again.");
        var guest = new Guest(studio).arrive("en");

        var reply = guest.says(Guest.EDIT);

        assertThat(reply.text()).contains("data: {\"error\":\"TurnFailed: The song is \\\"torn\\\"\\nin two. Send it");
        assertThat(guest.credits()).isEqualTo(100);
    }

    @Test
    void what_is_refused_is_an_envelope_as_over_http() {
        var studio = new InProcessStudio(new Settings(folder), clock, 7);
        var guest = new Guest(studio).arrive("en");

        var missing = studio.call("POST", "/api/render/proxy/lambda", Map.of(), "{}");
        guest.token = "nmv_usr_unknown";
        var stranger = guest.says(Guest.EDIT);

        assertThat(missing.status()).isEqualTo(402);
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.json().path("code").asInt()).isEqualTo(1001);
    }
}
