package dev.beatcut.nemo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.beatcut.observe.Observer;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads and films over real connections. */
class FileCallsTest {

    private static final Credentials CREDENTIALS =
            new Credentials("nmv_usr_secret", new Attribution("music-cog-online", "1.2.3", "unknown"));
    private static final String SESSION = "5529798706024415232";

    private final Vertx vertx = Vertx.vertx();
    private final WireMockServer cloud = new WireMockServer(wireMockConfig().dynamicPort());
    private Nemo nemo;

    @BeforeEach
    void start() {
        cloud.start();
        nemo = new Nemo(
                new NemoAddress(URI.create(cloud.baseUrl()), null),
                Settings.SHORT,
                vertx,
                InstantSource.system(),
                Observer.NONE);
    }

    @AfterEach
    void stop() throws Exception {
        cloud.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private void answers(ResponseDefinitionBuilder answer) {
        cloud.stubFor(any(anyUrl()).willReturn(answer));
    }

    private LoggedRequest asked() {
        var asked = cloud.findAll(anyRequestedFor(anyUrl()));
        assertThat(asked).hasSize(1);
        return asked.getFirst();
    }

    @Test
    void upload_of_a_file_is_multipart_with_the_field_files() {
        answers(okJson("{\"code\":0,\"data\":{\"files\":[],\"session_state_applied\":true}}"));
        var bytes = new byte[200_000];
        bytes[199_999] = 7;
        nemo.uploadFile(
                CREDENTIALS, SESSION, "海 \"1\".mp4", "video/mp4", bytes.length, () -> new ByteArrayInputStream(bytes));
        var part = asked().getPart("files");
        assertThat(part.getFileName()).isEqualTo("海 %221%22.mp4");
        assertThat(part.getHeader("Content-Type").firstValue()).isEqualTo("video/mp4");
        assertThat(part.getBody().asBytes()).isEqualTo(bytes);
        assertThat(asked().header("Transfer-Encoding").isPresent()).isFalse();
    }

    @Test
    void an_upload_that_is_refused_says_why() {
        answers(okJson("{\"code\":4001,\"message\":\"type txt\"}"));
        assertThatThrownBy(() -> nemo.uploadFile(
                        CREDENTIALS, SESSION, "a.txt", "text/plain", 1, () -> new ByteArrayInputStream(new byte[1])))
                .isInstanceOfSatisfying(
                        NemoError.class, e -> assertThat(e.kind()).isEqualTo(NemoErrorKind.FILE_TYPE));
    }

    @Test
    void rule_25_a_film_with_an_address_is_fetched_without_the_token() throws IOException {
        var film = new byte[300_000];
        film[299_999] = 9;
        answers(aResponse().withHeader("Content-Type", "video/mp4").withBody(film));
        var job = new RenderJob(
                "r", RenderStatus.COMPLETED, 100, URI.create(cloud.baseUrl() + "/cdn/r.mp4"), null, null, null);
        try (InputStream in = nemo.download(CREDENTIALS, job)) {
            assertThat(in.readAllBytes()).isEqualTo(film);
        }
        cloud.verify(getRequestedFor(urlEqualTo("/cdn/r.mp4")).withHeader("Authorization", absent()));
    }

    @Test
    void rule_25_a_film_without_an_address_is_fetched_by_id_and_a_redirect_gets_no_token() throws IOException {
        var cdn = new WireMockServer(wireMockConfig().dynamicPort());
        cdn.start();
        try {
            cdn.stubFor(any(anyUrl()).willReturn(aResponse().withBody("film")));
            answers(aResponse().withStatus(302).withHeader("Location", cdn.baseUrl() + "/api/r.mp4"));
            var job = new RenderJob("r", RenderStatus.COMPLETED, 100, null, null, null, null);
            try (InputStream in = nemo.download(CREDENTIALS, job)) {
                assertThat(in).hasContent("film");
            }
            cloud.verify(getRequestedFor(urlEqualTo("/api/render/proxy/r/download"))
                    .withHeader("Authorization", equalTo("Bearer nmv_usr_secret")));
            cdn.verify(getRequestedFor(urlEqualTo("/api/r.mp4"))
                    .withHeader("Authorization", absent())
                    .withHeader("X-Skill-Source", absent()));
        } finally {
            cdn.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:a@example.com", "http://", "::", "ftp://127.0.0.1/r.mp4"})
    void a_redirect_to_what_is_no_address_is_an_error(String location) {
        answers(aResponse().withStatus(302).withHeader("Location", location));
        var job = new RenderJob("r", RenderStatus.COMPLETED, 100, null, null, null, null);
        assertThatThrownBy(() -> nemo.download(CREDENTIALS, job)).isInstanceOf(NemoError.class);
    }
}
