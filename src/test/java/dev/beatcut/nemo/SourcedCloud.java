package dev.beatcut.nemo;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;

/**
 * A WireMock server with the shapes of one of the vendor's texts. It answers only what is sent exactly as that text has
 * it; whatever else comes is a failure of the client.
 */
final class SourcedCloud {

    static final String TOKEN = "nmv_usr_xxxxxx";
    static final String SESSION = "5529798706024415232";

    private static final String SESSIONS = "session";
    private static final String FILMS = "films";
    private static final String CREDITS = "credits";
    private static final String UPLOAD = "/api/upload-video/nemo_agent/me/" + SESSION;
    private static final String LAMBDA = "/api/render/proxy/lambda";

    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    private final Shapes shapes;
    private final String render;

    SourcedCloud(Shapes shapes, String render) {
        this.shapes = shapes;
        this.render = render;
        server.start();
        strangers();
        token();
        session();
        files();
        edits();
        credits();
        exports();
        films();
    }

    String url() {
        return server.baseUrl();
    }

    void stop() {
        server.stop();
    }

    void now(String scenario, String state) {
        server.setScenarioState(scenario, state);
    }

    boolean is(String scenario, String state) {
        return server.getAllScenarios().getScenarios().stream()
                .anyMatch(
                        now -> now.getName().equals(scenario) && now.getState().equals(state));
    }

    /** Requests that nothing foresaw, and headers that are missing or too many. */
    void hasHeardNothingOdd() {
        assertThat(server.findAllUnmatchedRequests()).isEmpty();
        assertThat(server.getAllServeEvents()).allSatisfy(SourcedCloud::isSigned);
    }

    private static void isSigned(ServeEvent event) {
        var request = event.getRequest();
        var mine = !request.getUrl().equals("/api/auth/anonymous-token")
                && !request.getUrl().startsWith("/render-result/");
        assertThat(request.containsHeader("Authorization")).as(request.getUrl()).isEqualTo(mine);
        assertThat(request.containsHeader("X-Client-Id"))
                .as(request.getUrl())
                .isEqualTo(request.getUrl().equals("/api/auth/anonymous-token")
                        && event.getResponse().getStatus() != 400);
        if (event.getResponse().getStatus() != 402) {
            assertThat(says(request, "X-Skill-Source")).isEqualTo(mine ? "music-cog-online" : null);
            assertThat(says(request, "X-Skill-Version")).isEqualTo(mine ? "1.2.3" : null);
            assertThat(says(request, "X-Skill-Platform")).isEqualTo(mine ? "unknown" : null);
        }
    }

    private static String says(Request request, String header) {
        return request.containsHeader(header) ? request.getHeader(header) : null;
    }

    private static MappingBuilder signed(MappingBuilder request) {
        return request.withHeader("Authorization", equalTo("Bearer " + TOKEN));
    }

    private void answers(MappingBuilder request, ResponseDefinitionBuilder answer) {
        server.stubFor(signed(request).willReturn(answer));
    }

    private void moves(
            MappingBuilder request, String scenario, String from, String to, ResponseDefinitionBuilder answer) {
        server.stubFor(signed(request)
                .inScenario(scenario)
                .whenScenarioStateIs(from)
                .willSetStateTo(to)
                .willReturn(answer));
    }

    /** A token that is none, and a session that is none. */
    private void strangers() {
        server.stubFor(any(urlMatching("/api/.*|/run_sse"))
                .atPriority(9)
                .withHeader("Authorization", equalTo("Bearer nmv_usr_bad"))
                .willReturn(shapes.refusal(1001)));
        for (var path : new String[] {
            "/api/upload-video/nemo_agent/me/" + WireScenes.STRANGE,
            "/api/state/nemo_agent/me/" + WireScenes.STRANGE + "/latest"
        }) {
            answers(any(urlEqualTo(path)), shapes.refusal(1002));
        }
        answers(says(WireScenes.EDIT, WireContract.STRANGE), shapes.refusal(1002));
    }

    private void token() {
        var path = urlEqualTo("/api/auth/anonymous-token");
        server.stubFor(post(path).withHeader("X-Client-Id", absent()).willReturn(shapes.refusal(400)));
        var asked =
                post(path).withHeader("X-Client-Id", matching("[0-9a-f-]{36}")).withRequestBody(absent());
        server.stubFor(asked.inScenario("token")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("given")
                .willReturn(okJson(shapes.token())));
        server.stubFor(post(path)
                .withHeader("X-Client-Id", matching("[0-9a-f-]{36}"))
                .inScenario("token")
                .whenScenarioStateIs("given")
                .willReturn(shapes.refusal(429)));
    }

    private void session() {
        for (var language : new String[] {"", ",\"language\":\"en\"", ",\"language\":\"zh-CN\""}) {
            answers(
                    json(
                            post(urlEqualTo("/api/tasks/me/with-session/nemo_agent")),
                            "{\"task_name\":\"project\"" + language + "}"),
                    okJson(shapes.session()));
        }
        for (var state : new String[] {STARTED, "clip", "files", "edited", "later"}) {
            moves(
                    get(urlEqualTo("/api/state/nemo_agent/me/" + SESSION + "/latest")),
                    SESSIONS,
                    state,
                    state,
                    okJson(shapes.state(state)));
        }
    }

    private void files() {
        moves(file("city.mp4", "video/mp4"), SESSIONS, STARTED, "clip", okJson(shapes.uploaded(Shapes.CITY)));
        moves(file("song.mp3", "audio/mpeg"), SESSIONS, "clip", "files", okJson(shapes.uploaded(Shapes.SONG)));
        moves(
                json(
                        post(urlEqualTo(UPLOAD)),
                        "{\"urls\":[\"https://files.example.com/a/city.mp4?x=1\"],\"source_type\":\"url\"}"),
                SESSIONS,
                STARTED,
                "clip",
                okJson(shapes.uploaded(Shapes.CITY)));
        answers(file("notes.txt", "text/plain"), shapes.refusal(4001));
        answers(file("long.mp4", "video/mp4"), shapes.refusal(4002));
    }

    private static MappingBuilder file(String name, String type) {
        return post(urlEqualTo(UPLOAD))
                .withHeader("Content-Type", containing("multipart/form-data; boundary="))
                .withHeader("Content-Length", matching("\\d+"))
                .withMultipartRequestBody(aMultipart("files")
                        .withHeader("Content-Disposition", containing("filename=\"" + name + "\""))
                        .withHeader("Content-Type", equalTo(type)));
    }

    private void edits() {
        moves(says(WireScenes.EDIT, SESSION), SESSIONS, "files", "edited", stream(shapes.edit()));
        moves(says(WireScenes.LATER, SESSION), SESSIONS, "edited", "later", stream(shapes.edit()));
        answers(says("", SESSION), shapes.refusal(400));
        server.stubFor(signed(says(WireScenes.EDIT, SESSION))
                .atPriority(1)
                .inScenario(CREDITS)
                .whenScenarioStateIs("none")
                .willReturn(shapes.refusal(2001)));
        server.stubFor(signed(says(WireScenes.EDIT, SESSION))
                .atPriority(1)
                .inScenario(CREDITS)
                .whenScenarioStateIs("frozen")
                .willReturn(stream(shapes.longEdit())));
    }

    /** From now on edits are made without a word. */
    void fallSilent() {
        moves(says(WireScenes.EDIT, SESSION), SESSIONS, "files", "edited", stream(shapes.silentEdit()));
    }

    private static MappingBuilder says(String text, String session) {
        return json(post(urlEqualTo("/run_sse")), """
                {"app_name":"nemo_agent","user_id":"me","session_id":"%s","new_message":{"parts":[{"text":"%s"}]}}""".formatted(session, text.replace("\"", "\\\"")))
                .withHeader("Accept", equalTo("text/event-stream"));
    }

    private static ResponseDefinitionBuilder stream(String frames) {
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(frames);
    }

    private void credits() {
        var shape = "{\"code\":0,\"data\":{\"available\":%d,\"frozen\":%d,\"total\":%d}}";
        var path = urlEqualTo("/api/credits/balance/simple");
        moves(get(path), CREDITS, STARTED, STARTED, okJson(shape.formatted(100, 0, 100)));
        moves(get(path), CREDITS, "frozen", "frozen", okJson(shape.formatted(60, 40, 100)));
        moves(get(path), CREDITS, "settled", "settled", okJson(shape.formatted(60, 0, 60)));
        moves(get(path), CREDITS, "none", "none", okJson(shape.formatted(0, 0, 0)));
    }

    private void exports() {
        server.stubFor(post(urlEqualTo(LAMBDA))
                .atPriority(8)
                .withHeader("X-Skill-Version", matching("|(?!1\\.2\\.3).*").or(absent()))
                .willReturn(shapes.refusal(402)));
        var first = shapes.job(render, "pending", 5, null, null);
        moves(job(shapes.draft("edited")), FILMS, STARTED, "working", okJson(first));
        moves(job(shapes.draft("edited")), FILMS, "held", "busy", okJson(first));
        moves(job(shapes.draft("edited")), FILMS, "busy", "busy", shapes.duplicate(render));
        moves(job(WireScenes.DRAFT_OF_NOTHING), FILMS, STARTED, "failed", okJson(first));
        answers(job("{}"), shapes.refusal(400));
    }

    private void films() {
        var busy = okJson(shapes.job(render, "processing", 40, null, null));
        var link = url() + "/render-result/" + render + ".mp4";
        var off = okJson(shapes.job(render, shapes.calledOff(), 40, null, "Cancelled"));
        var poll = LAMBDA + "/" + render;
        moves(get(urlEqualTo(poll)), FILMS, "working", "done", busy);
        moves(get(urlEqualTo(poll)), FILMS, "busy", "busy", busy);
        moves(get(urlEqualTo(poll)), FILMS, "done", "done", okJson(shapes.job(render, "completed", 100, link, null)));
        moves(get(urlEqualTo(poll)), FILMS, "failed", "failed", failed("no uploaded file"));
        moves(get(urlEqualTo(poll)), FILMS, "off", "off", off);
        moves(post(urlEqualTo(poll + "/cancel")), FILMS, "busy", "off", off);
        server.stubFor(signed(get(urlEqualTo(poll))).atPriority(9).willReturn(shapes.refusal(404)));
        answers(get(urlEqualTo(LAMBDA + "/render_unknown")), shapes.refusal(404));
        var film = aResponse().withHeader("Content-Type", "video/mp4").withBody("film");
        server.stubFor(get(urlEqualTo("/render-result/" + render + ".mp4")).willReturn(film));
        answers(get(urlEqualTo("/api/render/proxy/" + render + "/download")), film);
    }

    private ResponseDefinitionBuilder failed(String why) {
        return okJson(shapes.job(render, "failed", 40, null, why));
    }

    private MappingBuilder job(String draft) {
        return json(post(urlEqualTo(LAMBDA)), """
                {"id":"%s","sessionId":"%s","draft":%s,"output":{"format":"mp4","quality":"high"}}""".formatted(render, SESSION, draft))
                .withHeader("X-Skill-Version", equalTo("1.2.3"));
    }

    private static MappingBuilder json(MappingBuilder request, String body) {
        return request.withHeader("Content-Type", containing("application/json"))
                .withRequestBody(equalToJson(body, false, false));
    }

    /** The bodies of the exports that were asked for, as they came. */
    List<String> exportsAsked() {
        return server.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().equals(LAMBDA))
                .map(event -> event.getRequest().getBodyAsString())
                .toList();
    }
}
