package dev.beatcut.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beatcut.aws.DynamoDbLocal;
import dev.beatcut.aws.DynamoTable;
import dev.beatcut.aws.S3Proxy;
import dev.beatcut.bench.Material;
import dev.beatcut.state.Key;
import dev.beatcut.state.Table;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes of one studio as processes, each as its container runs it, on one table and one bucket. */
class TeamIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String EDIT = "cut on every second beat, 6 seconds";
    private static final String TOKEN = "a-token-of-the-team";

    @TempDir
    Path folder;

    private final Member member = new Member(TOKEN);
    private final Map<String, String> deployment = new HashMap<>();
    private Table table;
    private final List<TeamNode> nodes = new ArrayList<>();

    @BeforeEach
    void deploy() {
        var name = DynamoDbLocal.newTable();
        table = new DynamoTable(
                DynamoDbLocal.client(), name, () -> UUID.randomUUID().toString());
        deployment.putAll(Map.of(
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "BEATCUT_AWS_TABLE",
                name,
                "BEATCUT_AWS_BUCKET",
                S3Proxy.newBucket(),
                "QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE",
                DynamoDbLocal.uri().toString(),
                "QUARKUS_S3_ENDPOINT_OVERRIDE",
                S3Proxy.uri().toString(),
                "QUARKUS_S3_PATH_STYLE_ACCESS",
                "true",
                "BEATCUT_STUDIO_TOKEN",
                TOKEN,
                "BEATCUT_STUDIO_SHARED_PARTS",
                "true"));
        // Long enough for a busy machine, short for a test: 15 s are the default.
        deployment.put("BEATCUT_STUDIO_LEASE", "6s");
        deployment.put("BEATCUT_STUDIO_EDIT_PRICE", "4");
    }

    private TeamNode node() throws IOException {
        var node = new TeamNode(folder.resolve("node-" + nodes.size()), deployment);
        nodes.add(node);
        return node;
    }

    @AfterEach
    void end() {
        nodes.forEach(TeamNode::close);
    }

    @Test
    void two_nodes_share_the_films_and_when_one_is_killed_the_other_makes_them_all() throws Exception {
        var one = node();
        var other = node();
        var session = member.opens(one.uri());
        var brought = member.brings(one.uri(), session, Material.make());
        assertThat(brought.at("/data/files")).hasSize(4);
        assertThat(member.says(other.uri(), session, EDIT))
                .as("the other node tells of what the first one was brought")
                .contains("Done");
        var films = List.of("1080p", "720p", "480p");
        for (var film : films) {
            member.exports(one.uri(), session, "render_" + film, film);
        }
        await().atMost(PATIENCE).until(() -> one.isFilming() && other.isFilming());
        var before = attempts();

        one.kill();

        for (var film : films) {
            var render = await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(300))
                    .until(
                            () -> member.render(other.uri(), "render_" + film),
                            told -> told.path("status").asText().matches("completed|failed"));
            assertThat(render.path("status").asText()).as("%s", render).isEqualTo("completed");
            check(render.at("/output/url").asText(), film);
        }
        assertThat(before).as("both were at work").isEqualTo(2);
        assertThat(attempts()).as("one film was begun again").isEqualTo(4);
        var credits = member.read(other.uri(), "/api/credits/balance/simple").path("data");
        assertThat(credits.path("available").asLong()).isEqualTo(96);
        assertThat(credits.path("frozen").asLong()).isZero();
    }

    @Test
    void a_node_answers_the_wire_alone_to_its_team_and_gives_its_film_back_when_it_is_stopped() throws Exception {
        deployment.putAll(Map.of("BEATCUT_STUDIO_ALONE", "false", "JAVA_TOOL_OPTIONS", "-Duser.language=en"));
        var one = node();
        for (var closed : List.of("/sessions", "/credits", "/renders/x", "/objects/x?expires=1&signature=x")) {
            assertThat(member.get(one.uri(), closed).statusCode()).as(closed).isEqualTo(404);
        }
        assertThat(member.post(one.uri(), "/api/auth/anonymous-token", "").statusCode())
                .isEqualTo(403);
        assertThat(new Member("another-token-altogether")
                        .post(one.uri(), "/api/tasks/me/with-session/nemo_agent", "{}")
                        .body())
                .contains("1001");
        assertThat(one.health()).as("what its health check says").isZero();
        var session = member.opens(one.uri());
        member.brings(one.uri(), session, Material.make());
        member.says(one.uri(), session, EDIT);
        member.exports(one.uri(), session, "render_1", "720p");
        await().atMost(PATIENCE).until(one::isFilming);
        assertThat(lease()).as("while it is at it").isTrue();

        assertThat(one.stop()).as(one.log()).isEqualTo(143);

        assertThat(lease()).isFalse();
        assertThat(job("render_1")).as("it stays to be made").containsPattern("\"status\":\"(PENDING|PROCESSING)\"");
    }

    @Test
    void a_node_without_a_token_does_not_start_and_says_what_to_do() throws Exception {
        deployment.remove("BEATCUT_STUDIO_TOKEN");
        var bare = node();
        assertThat(bare.ended()).isNotZero();
        assertThat(bare.log()).contains("set BEATCUT_STUDIO_TOKEN").doesNotContain("Listening on");
    }

    private boolean lease() {
        return table.get(new Key("studio/lease", "render/render_1"), Instant.now())
                .isPresent();
    }

    private String job(String id) {
        return table.get(new Key("studio/render", id), Instant.now())
                .orElseThrow()
                .document();
    }

    private int attempts() {
        return Stream.of("1080p", "720p", "480p")
                .map(film -> job("render_" + film))
                .mapToInt(job -> Integer.parseInt(job.replaceAll(".*\"attempts\":(\\d+).*", "$1")))
                .sum();
    }

    private void check(String link, String resolution) throws Exception {
        var file = member.film(URI.create(link), folder.resolve(resolution + ".mp4"));
        var info = Ffmpeg.bundled().probe(file);
        assertThat(info.durationMs()).isBetween(5_900L, 6_200L);
        assertThat(Math.min(info.width(), info.height()) + "p").isEqualTo(resolution);
        assertThat(info.hasSound()).isTrue();
    }
}
