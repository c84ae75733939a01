package dev.beatcut.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

/** A cloud with the shapes that {@code nemo-api.md} has sources for: it tells no beats and no report. */
public final class Cloud implements QuarkusTestResourceLifecycleManager {

    /** Where a test wants it. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface Here {}

    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of("beatcut.nemo.url", server.baseUrl(), "beatcut.render.poll-every", "PT0.2S");
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.AnnotatedAndMatchesType(Here.class, Cloud.class));
    }

    public WireMockServer server() {
        return server;
    }

    /** As it is with nothing said. */
    public void reset() {
        server.resetAll();
        answer(post(urlPathEqualTo("/api/auth/anonymous-token")), """
                {"code":0,"data":{"token":"nmv_usr_secret","user_id":"anon_abc123","credits":100}}""");
        answer(post(urlPathMatching("/api/tasks/.*")), """
                {"code":0,"data":{"task_id":"task_1","session_id":"5529798706024415232"}}""");
        state(null);
    }

    public void answer(MappingBuilder call, String json) {
        server.stubFor(call.willReturn(okJson(json)));
    }

    /** @param seconds length of the timeline, one track; null for no draft */
    public void state(Integer seconds) {
        answer(get(urlPathMatching("/api/state/.*")), stateBody(seconds));
    }

    public static String stateBody(Integer seconds) {
        var draft = seconds == null ? "null" : FakeProject.draft(seconds).toString();
        return """
                {"code":0,"data":{"state":{"draft":%s,"video_infos":[
                  {"filename":"song.mp3","file_type":"audio","cdn_url":"https://cdn.example.com/song.mp3"}]}}}""".formatted(draft);
    }

    /** What it says to any message. */
    public void stream(String frames) {
        server.stubFor(post(urlPathEqualTo("/run_sse"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody(frames)));
    }
}
