package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beatcut.access.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged API behind an API Gateway HTTP API (payload 2.0) whose JWT authorizer says who calls. */
@ExtendWith(Deployed.class)
class ApiIT {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @TempDir
    static Path folder;

    private static Cloud cloud;
    private static Gateway gateway;

    @BeforeAll
    static void deploy(Cloud deployed) {
        cloud = deployed;
        gateway = new Gateway(deployed.api());
    }

    @Test
    void a_film_is_made_by_events_of_the_gateway_which_take_every_route_there_is() throws Exception {
        var olga = gateway.as("olga");
        var session = olga.with("idempotency-key", "s")
                .post("/sessions", "{\"name\": \"Trip\"}")
                .is(201)
                .id();
        var project = "/sessions/" + session;
        assertThat(olga.get("/sessions?limit=5")
                        .is(200)
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(session);
        assertThat(olga.get(project).is(200).json().at("/name").asText()).isEqualTo("Trip");
        assertThat(olga.get("/credits").is(200).json().at("/available").asInt()).isPositive();

        var clip = brought(olga, project, Footage.clip(folder));
        brought(olga, project, Footage.song(folder));
        assertThat(olga.get(project + "/media").is(200).json().at("/items")).hasSize(2);
        assertThat(olga.get(project + "/media/" + clip)
                        .is(200)
                        .json()
                        .at("/durationMs")
                        .asInt())
                .isEqualTo(6000);

        edited(olga, project);
        seen(olga, project);
        exported(olga, project);
        var secret = olga.get("/webhook-secret").is(200).json();
        assertThat(olga.post("/webhook-secret", "{}").is(200).json()).isNotEqualTo(secret);

        assertThat(gateway.taken()).containsExactlyInAnyOrderElementsOf(Route.all());
    }

    /** Asks where to put it, puts it there, and says that it is there. */
    private static String brought(Gateway.Caller caller, String project, Path file) throws Exception {
        var place = caller.post(
                        project + "/media",
                        "{\"name\": \"%s\", \"size\": %d}".formatted(file.getFileName(), Files.size(file)))
                .is(201);
        Footage.put(place.json().at("/upload"), file);
        var ready = caller.post(project + "/media/" + place.id() + "/complete", "{}")
                .is(200);
        assertThat(ready.json().at("/status").asText()).as(ready.text()).isEqualTo("READY");
        return place.id();
    }

    private static void edited(Gateway.Caller caller, String project) throws IOException {
        var turn = caller.with("idempotency-key", "t")
                .post(project + "/turns", "{\"text\": \"cut on every second beat, 4 seconds, square\"}")
                .is(202);
        assertThat(turn.headers().get("location")).isEqualTo("/turns/" + turn.id());
        await().atMost(Duration.ofMinutes(1)).until(() -> status(caller.get("/turns/" + turn.id() + "?wait=20"))
                .equals("DONE"));
        assertThat(caller.get(project + "/turns")
                        .is(200)
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(turn.id());

        var spoken = caller.with("accept", "text/event-stream")
                .post(project + "/turns", "{\"text\": \"status\"}")
                .is(200);
        assertThat(spoken.headers().get("content-type")).startsWith("text/event-stream");
        assertThat(spoken.text()).contains("event:text", "event:done");
    }

    private static void seen(Gateway.Caller caller, String project) throws IOException {
        assertThat(caller.get(project + "/timeline")
                        .is(200)
                        .json()
                        .at("/lengthMs")
                        .asLong())
                .isEqualTo(4000);
        assertThat(caller.with("accept", "text/plain")
                        .get(project + "/timeline")
                        .is(200)
                        .text())
                .contains("BGM: song");
        assertThat(caller.with("accept", "image/svg+xml")
                        .get(project + "/timeline")
                        .is(200)
                        .text())
                .contains("<svg");
        assertThat(caller.with("accept", "image/png")
                        .get(project + "/timeline")
                        .is(200)
                        .body())
                .startsWith(PNG);
        assertThat(caller.get(project + "/beats").is(200).json().at("/tempo").asDouble())
                .isBetween(119.0, 121.0);
    }

    private static void exported(Gateway.Caller caller, String project) throws Exception {
        var renders = project + "/renders";
        var render = caller.with("idempotency-key", "r")
                .post(renders, "{\"resolution\": \"480p\", \"quality\": \"draft\"}")
                .is(202);
        endsAs("COMPLETED", caller, render.id());
        var file = caller.get("/renders/" + render.id() + "/file").is(302);
        assertThat(head(URI.create(file.headers().get("location")))).contains("ftyp");
        caller.get("/renders/" + render.id() + "/deliveries").is(200);
        assertThat(problem(caller.post("/renders/" + render.id() + "/deliveries", "{}")
                        .is(409)))
                .as("nobody was to be told")
                .isEqualTo("Conflict");

        var other = caller.post(renders, "{\"resolution\": \"720p\"}").is(202).id();
        caller.delete("/renders/" + other).is(202);
        endsAs("CANCELLED", caller, other);
        assertThat(caller.get(renders).is(200).json().at("/items")).hasSize(2);
    }

    private static void endsAs(String end, Gateway.Caller caller, String render) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            cloud.poll();
            return status(caller.get("/renders/" + render)).equals(end);
        });
    }

    private static String status(Gateway.Answer answer) {
        return answer.is(200).json().at("/status").asText();
    }

    /** The first bytes of what a link leads to, as text. */
    private static String head(URI link) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var bytes = client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray())
                    .body();
            return new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void a_session_is_opened_once_for_its_key_and_found_by_its_owner_alone() throws IOException {
        var maria = gateway.as("maria").with("idempotency-key", "k1");

        var opened = maria.post("/sessions", "{\"name\": \"Trip\"}").is(201);

        assertThat(maria.post("/sessions", "{\"name\": \"Trip\"}").id()).isEqualTo(opened.id());
        gateway.as("mallory").get("/sessions/" + opened.id()).is(404);
    }

    @Test
    void a_key_that_came_with_another_body_is_refused() throws IOException {
        var maria = gateway.as("maria").with("idempotency-key", "k2");
        maria.post("/sessions", "{\"name\": \"Trip\"}").is(201);

        var other = maria.post("/sessions", "{\"name\": \"Other\"}");

        assertThat(problem(other.is(422))).isEqualTo("IdempotencyKeyReused");
    }

    @Test
    void what_makes_no_sense_is_a_problem_with_the_next_step() throws IOException {
        var maria = gateway.as("maria");

        assertThat(problem(maria.get("/nowhere").is(404))).isEqualTo("NotFound");
        assertThat(problem(maria.post("/sessions", "{\"name\": ").is(400))).isEqualTo("InvalidRequest");
        assertThat(problem(maria.get("/sessions?limit=many").is(400))).isEqualTo("InvalidRequest");
        assertThat(problem(maria.delete("/sessions").is(405))).isNotBlank();
        assertThat(problem(gateway.as(null).get("/sessions").is(401))).isEqualTo("Unauthenticated");
    }

    private static String problem(Gateway.Answer answer) {
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/next").asText()).isNotBlank();
        return answer.json().at("/code").asText();
    }
}
