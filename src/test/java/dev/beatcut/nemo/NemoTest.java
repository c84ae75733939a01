package dev.beatcut.nemo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.beatcut.observe.Observer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one side alone can show of the endpoints; what both sides promise is in {@link WireContract}. */
@QuarkusTest
class NemoTest {

    private static final Credentials CREDENTIALS =
            new Credentials("nmv_usr_secret", new Attribution("music-cog-online", "1.2.3", "unknown"));
    private static final String SESSION = "5529798706024415232";

    private final Vertx vertx = CDI.current().select(Vertx.class).get();
    private final WireMockServer cloud = new WireMockServer(wireMockConfig().dynamicPort());
    private Nemo nemo;

    @BeforeEach
    void start() {
        cloud.start();
        var address = new NemoAddress(URI.create(cloud.baseUrl()), null);
        nemo = new Nemo(address, Settings.SHORT, vertx, InstantSource.system(), Observer.NONE);
    }

    @AfterEach
    void stop() {
        cloud.stop();
    }

    private void answers(ResponseDefinitionBuilder answer) {
        cloud.stubFor(any(anyUrl()).willReturn(answer));
    }

    private void answers(String json) {
        answers(okJson(json));
    }

    private LoggedRequest asked() {
        var asked = cloud.findAll(anyRequestedFor(anyUrl()));
        assertThat(asked).hasSize(1);
        return asked.getFirst();
    }

    private static void signed(LoggedRequest asked) {
        assertThat(asked.header("Authorization").values()).containsExactly("Bearer nmv_usr_secret");
        assertThat(asked.header("X-Skill-Source").values()).containsExactly("music-cog-online");
        assertThat(asked.header("X-Skill-Version").values()).containsExactly("1.2.3");
        assertThat(asked.header("X-Skill-Platform").values()).containsExactly("unknown");
    }

    @Test
    void rule_2_every_call_after_the_token_carries_the_bearer_and_three_headers() throws Exception {
        answers("""
                {"code":0,"data":{"session_id":"1","id":"r","files":[],"state":{}}}""");
        nemo.openSession(CREDENTIALS, "project", "en");
        nemo.uploadUrls(CREDENTIALS, SESSION, List.of(URI.create("https://a.example/a.mp4")));
        nemo.uploadFile(CREDENTIALS, SESSION, "a.mp4", "video/mp4", 0, InputStream::nullInputStream);
        nemo.credits(CREDENTIALS);
        nemo.state(CREDENTIALS, SESSION);
        nemo.run(CREDENTIALS, SESSION, "cut it", Instant.MAX, new Recorder());
        nemo.submitRender(CREDENTIALS, "r", SESSION, new ObjectMapper().createObjectNode(), RenderOutput.DEFAULT);
        nemo.render(CREDENTIALS, "r");
        nemo.cancelRender(CREDENTIALS, "r");
        answers(aResponse().withBody("film"));
        nemo.download(CREDENTIALS, new RenderJob("r", RenderStatus.COMPLETED, 100, null, null, null, null))
                .close();
        assertThat(cloud.findAll(anyRequestedFor(anyUrl()))).hasSize(10).allSatisfy(NemoTest::signed);
    }

    @Test
    void rule_24_durations_are_seconds_and_the_expiry_is_iso_on_the_wire() {
        answers("{\"code\":0,\"data\":{\"files\":[{\"filename\":\"a.mp4\",\"duration\":\"30.4996\"}]}}");
        assertThat(nemo.uploadUrls(CREDENTIALS, SESSION, List.of())
                        .files()
                        .getFirst()
                        .durationMs())
                .isEqualTo(30_500);
        answers("{\"code\":0,\"data\":{\"token\":\"t\",\"expires_at\":\"2026-03-18T02:00:00+02:00\"}}");
        assertThat(nemo.anonymousToken("c").expiresAt()).isEqualTo("2026-03-18T00:00:00Z");
    }

    @Test
    void rule_24_ids_are_texts_even_if_the_wire_has_numbers() {
        answers("{\"code\":0,\"data\":{\"session_id\":5529798706024415232,\"bind_id\":\"anon_x\"}}");
        assertThat(nemo.openSession(CREDENTIALS, "project", null))
                .isEqualTo(new OpenedSession(SESSION, null, "anon_x"));
        assertThat(asked().getBodyAsString()).isEqualTo("{\"task_name\":\"project\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"files\":[{\"cdn_url\":", "\"uploaded_files\":[{\"url\":"})
    void upload_by_url(String shape) {
        answers("{\"code\":0,\"data\":{" + shape + "\"https://cdn.example.com/v.mp4\",\"filename\":\"v.mp4\","
                + "\"file_type\":\"video\",\"duration\":30.5,\"width\":1920,\"height\":1080,\"fps\":30,"
                + "\"hash\":\"abc\"}],\"session_state_applied\":true}}");
        var upload = nemo.uploadUrls(CREDENTIALS, SESSION, List.of(URI.create("https://a.example/a.mp4?x=1")));
        assertThat(upload)
                .isEqualTo(new Upload(
                        List.of(new UploadedFile(
                                "v.mp4",
                                "video",
                                URI.create("https://cdn.example.com/v.mp4"),
                                30_500L,
                                1920,
                                1080,
                                "abc")),
                        true));
        cloud.verify(postRequestedFor(urlEqualTo("/api/upload-video/nemo_agent/me/" + SESSION))
                .withRequestBody(equalToJson("{\"urls\":[\"https://a.example/a.mp4?x=1\"],\"source_type\":\"url\"}")));
    }

    @Test
    void credits_left_out_or_negative_are_zero() {
        answers("{\"code\":0,\"data\":{\"available\":25000,\"frozen\":40,\"total\":25040}}");
        assertThat(nemo.credits(CREDENTIALS)).isEqualTo(new Balance(25000, 40, 25040));
        answers("{\"code\":0,\"data\":{\"available\":-3}}");
        assertThat(nemo.credits(CREDENTIALS)).isEqualTo(new Balance(0, 0, 0));
    }

    @Test
    void the_state_gives_draft_media_and_beats() throws IOException {
        answers("""
                {"code":0,"data":{"session_id":"1","state":{"draft":{"t":[],"x":0.10000000000000000001,"v":1.0},
                 "video_infos":[{"filename":"a.mp4","cdn_url":"https://c.example/a.mp4","duration":2}],
                 "beats":{"abc":{"tempo":120}}}}}""");
        var state = nemo.state(CREDENTIALS, SESSION);
        assertThat(state.draft()).hasToString("{\"t\":[],\"x\":0.10000000000000000001,\"v\":1.0}");
        assertThat(state.media())
                .containsExactly(
                        new MediaSeen("a.mp4", null, URI.create("https://c.example/a.mp4"), 2000L, null, null, null));
        assertThat(state.beats()).isEqualTo(new ObjectMapper().readTree("{\"abc\":{\"tempo\":120}}"));
        assertThat(asked().getUrl()).isEqualTo("/api/state/nemo_agent/me/" + SESSION + "/latest");
    }

    @Test
    void rule_25_a_redirect_of_a_json_endpoint_is_not_followed() {
        answers(aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/"));
        assertThatThrownBy(() -> nemo.credits(CREDENTIALS)).isInstanceOf(NemoError.class);
        assertThat(asked().getUrl()).isEqualTo("/api/credits/balance/simple");
    }

    @Test
    void rule_17_retry_after_is_heard() {
        answers(okJson("{\"code\":429}").withStatus(429).withHeader("Retry-After", "7"));
        assertThatThrownBy(() -> nemo.anonymousToken("c"))
                .isInstanceOfSatisfying(
                        NemoError.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @Test
    void a_slow_answer_is_a_time_out_and_a_broken_one_is_unreachable() {
        answers(okJson("{\"code\":0,\"data\":{}}").withFixedDelay(4000));
        assertThatThrownBy(() -> nemo.credits(CREDENTIALS))
                .isInstanceOfSatisfying(
                        NemoError.class, e -> assertThat(e.kind()).isEqualTo(NemoErrorKind.TIMED_OUT));
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThatThrownBy(() -> nemo.credits(CREDENTIALS))
                .isInstanceOfSatisfying(
                        NemoError.class, e -> assertThat(e.kind()).isEqualTo(NemoErrorKind.UNREACHABLE));
        assertThat(cloud.findAll(anyRequestedFor(anyUrl())))
                .as("nothing is asked twice")
                .hasSize(2);
    }

    @Test
    void no_error_shows_the_token() {
        answers("{\"code\":1001,\"message\":\"nmv_usr_secret is bad\"}");
        assertThatThrownBy(() -> nemo.credits(CREDENTIALS))
                .hasMessageNotContaining("secret")
                .hasMessage("[token] is bad");
        assertThat(CREDENTIALS.toString()).doesNotContain("secret");
    }

    @Test
    void no_error_shows_the_query_of_a_link() {
        answers(
                "{\"code\":400,\"message\":\"No answer from https://b.example/a.mp4?X-Amz-Signature=secret&a=b here\"}");
        assertThatThrownBy(() -> nemo.credits(CREDENTIALS)).hasMessage("No answer from https://b.example/a.mp4 here");
    }
}
