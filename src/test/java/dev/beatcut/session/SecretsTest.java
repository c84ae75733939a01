package dev.beatcut.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flow 8: no token, presigned query or raw JSON of the upstream in any log, at any level, nor in any answer. */
@QuarkusTest
@TestProfile(SecretsTest.Profile.class)
@QuarkusTestResource(value = Cloud.class, restrictToAnnotatedClass = true)
class SecretsTest {

    /** A server that logs whatever there is to log. */
    public static class Profile extends ApiProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var said = new HashMap<>(super.getConfigOverrides());
            said.put("quarkus.otel.sdk.disabled", "false");
            said.put("quarkus.otel.bsp.schedule.delay", "100ms");
            said.put("quarkus.log.console.enabled", "false");
            said.put("quarkus.log.min-level", "TRACE");
            said.put("quarkus.log.level", "DEBUG");
            said.put("quarkus.log.category.\"dev.beatcut\".min-level", "TRACE");
            said.put("quarkus.log.category.\"dev.beatcut\".level", "TRACE");
            return said;
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(KeptSpans.class);
        }
    }

    @Alternative
    @Singleton
    static class KeptSpans {

        static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

        @Produces
        @Singleton
        @Alternative
        InMemorySpanExporter exporter() {
            return SPANS;
        }
    }

    private static final byte[] FILM = "\0\0\0 ftypisom and so on".getBytes(StandardCharsets.ISO_8859_1);

    /** In each of the upstream's replies, under a name that nobody reads. */
    private static final String RAW = "raw-reply-of-the-upstream";

    private static final Pattern SECRET = Pattern.compile("(?i)nmv_usr_|bearer\\s|signature=[0-9a-f]|" + RAW
            + "|\"session_id\"\\s*:|\"code\"\\s*:\\s*0|video_infos\"");

    private static final List<String> UNSIGNED = List.of("null", "null", "null", "null");

    private static final String SPOKEN = """
            data: {"content":{"parts":[{"text":"It is cut."}],"role":"model"},"author":"raw-reply-of-the-upstream"}

            """;

    @Cloud.Here
    Cloud cloud;

    /** Another host, where films are. */
    private final WireMockServer cdn = new WireMockServer(wireMockConfig().dynamicPort());

    private LogListener log;
    private final List<String> answers = new ArrayList<>();
    private String session;

    @BeforeEach
    void listen() {
        cloud.reset();
        cdn.start();
        answer(
                post(urlPathEqualTo("/api/auth/anonymous-token")),
                "{\"token\":\"nmv_usr_secret\",\"user_id\":\"anon_1\"");
        answer(post(urlPathMatching("/api/tasks/.*")), "{\"task_id\":\"t1\",\"session_id\":\"55297987060244\"");
        answer(
                post(urlPathMatching("/api/upload-video/.*")),
                "{\"files\":[{\"filename\":\"a.mp4\",\"file_type\":\"video\",\"duration\":2.0}]");
        answer(get(urlPathEqualTo("/api/credits/balance/simple")), "{\"available\":90,\"frozen\":10,\"total\":100");
        state();
        KeptSpans.SPANS.reset();
        log = LogListener.start();
    }

    private void state() {
        answer(
                get(urlPathMatching("/api/state/.*")),
                "{\"state\":{\"draft\":" + FakeProject.draft(2) + ",\"video_infos\":[]}");
    }

    /** @param data without its last brace */
    private void answer(MappingBuilder call, String data) {
        cloud.answer(call, "{\"code\":0,\"x\":\"" + RAW + "\",\"data\":" + data + ",\"y\":\"" + RAW + "\"}}");
    }

    @AfterEach
    void leave() {
        log.stop();
        cdn.stop();
    }

    /** Levels outlive the server: simulations that come later would write millions of lines. */
    @AfterAll
    static void quieten() {
        java.util.logging.Logger.getLogger("dev.beatcut").setLevel(null);
        java.util.logging.Logger.getLogger("").setLevel(Level.INFO);
    }

    /** Rules 2 and 25 beside flow 8. */
    @ParameterizedTest
    @ValueSource(strings = {"music-cog-online", "music-to-best"})
    void a_whole_flow_is_signed_throughout_and_leaves_no_secret(String profile) {
        session = send("/sessions", "{\"language\":\"en\",\"profile\":\"" + profile + "\"}")
                .path("id");
        bring("a.mp4");
        theUpstreamCannotFetch();
        bring("b.mp4");
        cloud.stream(SPOKEN);
        send(at("/turns?wait=20"), "{\"text\":\"cut it\"}").then().body("status", equalTo("DONE"));
        streamed();
        export();
        cancel();
        List.of(at("/timeline"), at("/beats"), at("/media"), at("/turns"), "/credits")
                .forEach(path -> keep(given().get(path)));

        assertThat(answers).hasSizeGreaterThan(10).noneMatch(answer -> SECRET.matcher(answer)
                .find());
        assertSigned(profile);
        assertNothingLeaked();
        assertEveryLineSaysWhatItIsAbout();
        assertTheTracesAreWholeAndStayHere();
    }

    private void assertEveryLineSaysWhatItIsAbout() {
        assertThat(log.fielded())
                .filteredOn(line -> line.text().startsWith("trn_"))
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line.text()).contains(" is DONE after ");
                    assertThat(line.fields()).containsKeys("requestId", "turn").containsEntry("session", session);
                });
        assertThat(log.fielded())
                .filteredOn(line -> line.text().startsWith("upstream run took"))
                .hasSize(2)
                .allMatch(line -> line.fields().keySet().containsAll(Set.of("requestId", "session", "turn")));
        assertThat(log.fielded())
                .filteredOn(line -> line.text().startsWith("upstream poll took"))
                .isNotEmpty()
                .allMatch(line -> line.fields().keySet().containsAll(Set.of("session", "render")));
        assertThat(log.fielded())
                .filteredOn(line -> line.text().startsWith("rnd_"))
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.fields().keySet().containsAll(Set.of("session", "render")));
    }

    /**
     * A turn's and an export's spans, with their ids; neither the upstream nor the host of the film is told of them.
     */
    private void assertTheTracesAreWholeAndStayHere() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(KeptSpans.SPANS.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .contains("turn", "upstream run", "render submit", "render poll", "render deliver"));
        var spans = KeptSpans.SPANS.getFinishedSpanItems();
        var run = spans.stream()
                .filter(span -> span.getName().equals("upstream run"))
                .toList()
                .getLast();
        assertThat(spans)
                .filteredOn(span -> span.getSpanId().equals(run.getParentSpanId()))
                .singleElement()
                .extracting(SpanData::getName)
                .isEqualTo("turn");
        assertThat(run.getAttributes().asMap().toString()).contains(session, "beatcut.turn=trn_");
        assertThat(spans).noneMatch(span -> SECRET.matcher(span.toString()).find());
        assertThat(Stream.of(cloud.server(), cdn).flatMap(server -> server.findAll(anyRequestedFor(anyUrl())).stream()))
                .allMatch(request -> request.getHeader("traceparent") == null);
    }

    @Test
    void a_call_is_named_by_its_caller_or_here_and_the_answer_says_how() {
        given().header("X-Request-Id", "JKJaXmPLvHcESHA=")
                .get("/credits")
                .then()
                .header("X-Request-Id", equalTo("JKJaXmPLvHcESHA="));
        given().header("X-Request-Id", "a b\"c")
                .get("/credits")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
        given().get("/renders/none").then().statusCode(404).header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    /** Credits have no project, so they are asked for as the default profile. */
    private void assertSigned(String profile) {
        var asked = cloud.server().findAll(anyRequestedFor(urlPathMatching("/(api|run_sse).*")));
        assertThat(asked)
                .extracting(LoggedRequest::getUrl)
                .anyMatch(url -> url.contains("/with-session/"))
                .anyMatch(url -> url.contains("/upload-video/"))
                .anyMatch(url -> url.contains("/state/"))
                .anyMatch(url -> url.contains("/run_sse"))
                .anyMatch(url -> url.contains("/credits/"))
                .anyMatch(url -> url.endsWith("/lambda"))
                .anyMatch(url -> url.endsWith("/cancel"));
        for (var request : asked) {
            boolean isToken = request.getUrl().endsWith("/anonymous-token");
            var source = request.getUrl().contains("/credits/") ? "music-cog-online" : profile;
            assertThat(headers(request))
                    .as(request.getUrl())
                    .isEqualTo(isToken ? UNSIGNED : List.of("Bearer nmv_usr_secret", source, "1.0.0", "unknown"));
        }
        assertThat(cdn.findAll(anyRequestedFor(anyUrl())))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(headers(request)).isEqualTo(UNSIGNED));
    }

    private static List<String> headers(LoggedRequest request) {
        return Stream.of("Authorization", "X-Skill-Source", "X-Skill-Version", "X-Skill-Platform")
                .map(request::getHeader)
                .map(String::valueOf)
                .toList();
    }

    private void theUpstreamCannotFetch() {
        cloud.server()
                .stubFor(post(urlPathMatching("/api/upload-video/.*"))
                        .withHeader("Content-Type", containing("json"))
                        .willReturn(jsonResponse("{\"code\":400,\"message\":\"Could not fetch\"}", 400)));
    }

    @Test
    void whatever_goes_wrong_leaves_none_either() {
        session = send("/sessions", "{\"language\":\"en\"}").path("id");
        refusals(1001, 1002, 2001, 4001, 402, 403, 404, 500);
        cloud.server()
                .stubFor(get(urlPathEqualTo("/api/credits/balance/simple"))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "text/html")
                                .withBody("<b>nmv_usr_secret" + RAW)));
        keep(given().get("/credits")).then().statusCode(502);
        cloud.server()
                .stubFor(get(urlPathEqualTo("/api/credits/balance/simple"))
                        .willReturn(okJson("{\"code\":0,\"data\":{\"available\":\"" + RAW + "\"")));
        keep(given().get("/credits"));
        cloud.stream("data: {\"error\": \"Bearer nmv_usr_secret was \"refused\" \"}\n\n");
        send(at("/turns?wait=20"), "{\"text\":\"make it longer\"}").then().body("status", equalTo("FAILED"));
        send(at("/turns"), "{\"text\":");
        keep(given().get("/nothing/here"));
        keep(given().header("Authorization", "Bearer nmv_usr_callers").get(at("/turns?limit=x")));

        assertThat(answers).hasSizeGreaterThan(10).noneMatch(answer -> SECRET.matcher(answer)
                .find());
        assertNothingLeaked();
    }

    private void refusals(int... codes) {
        for (var code : codes) {
            var body = "{\"code\":" + code + ",\"message\":\"nmv_usr_secret is refused\",\"data\":{\"x\":\"" + RAW
                    + "\"}}";
            cloud.server()
                    .stubFor(get(urlPathMatching("/api/state/.*"))
                            .willReturn(jsonResponse(body, code < 600 ? code : 200)));
            keep(given().get(at("/timeline"))).then().body("code", containsString(""));
        }
        state();
    }

    private void bring(String name) {
        var item = send(at("/media"), "{\"name\":\"" + name + "\",\"size\":" + FILM.length + "}", 201);
        String url = item.path("upload.url");
        Map<String, String> headers = item.path("upload.headers");
        given().headers(headers)
                .urlEncodingEnabled(false)
                .body(FILM)
                .put(url)
                .then()
                .statusCode(200);
        send(at("/media/" + item.path("id") + "/complete"), "").then().body("status", equalTo("READY"));
    }

    private void streamed() {
        keep(given().contentType(ContentType.JSON)
                        .accept("text/event-stream")
                        .body("{\"text\":\"make it brighter\"}")
                        .post(at("/turns")))
                .then()
                .body(containsString("event:done"));
    }

    private void export() {
        var film = cdn.baseUrl() + "/cdn/film.mp4?X-Amz-Signature=abc&signature=abcdef";
        answer(post(urlPathEqualTo("/api/render/proxy/lambda")), "{\"id\":\"r\",\"status\":\"pending\"");
        answer(
                get(urlPathMatching("/api/render/proxy/lambda/.*")),
                "{\"status\":\"completed\",\"progress\":100,\"outputUrl\":\"" + film + "\"");
        cdn.stubFor(get(urlPathEqualTo("/cdn/film.mp4")).willReturn(aResponse().withBody("the film")));
        String id = send(at("/renders"), "{}").path("id");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> keep(given().get("/renders/" + id)).then().body("status", equalTo("COMPLETED")));
        given().redirects().follow(false).get("/renders/" + id + "/file").then().statusCode(302);
    }

    private void cancel() {
        answer(get(urlPathMatching("/api/render/proxy/lambda/.*")), "{\"status\":\"processing\",\"progress\":10");
        answer(post(urlPathMatching("/api/render/proxy/lambda/.*/cancel")), "{\"status\":\"cancelled\"");
        String id = send(at("/renders"), "{}").path("id");
        keep(given().delete("/renders/" + id));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> keep(given().get("/renders/" + id)).then().body("status", equalTo("CANCELLED")));
    }

    private void assertNothingLeaked() {
        Logger.getLogger("dev.beatcut.Canary").trace("sings");
        Logger.getLogger("org.example.Canary").debug("sings");
        assertThat(log.lines()).contains("TRACE dev.beatcut.Canary sings", "DEBUG org.example.Canary sings");
        assertThat(log.lines().stream().filter(line -> SECRET.matcher(line).find()))
                .isEmpty();
    }

    private Response send(String path, String body) {
        return keep(given().contentType(ContentType.JSON).body(body).post(path));
    }

    /** An answer whose signed link is what it is for. */
    private static Response send(String path, String body, int status) {
        var answer = given().contentType(ContentType.JSON).body(body).post(path);
        answer.then().statusCode(status);
        return answer;
    }

    private Response keep(Response answer) {
        answers.add(answer.headers() + "\n" + answer.asString());
        return answer;
    }

    private String at(String path) {
        return "/sessions/" + session + path;
    }
}
