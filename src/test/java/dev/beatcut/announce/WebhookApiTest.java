package dev.beatcut.announce;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.beatcut.announce.Delivery.Result;
import dev.beatcut.problem.Problem;
import dev.beatcut.session.ApiProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server as it runs on a laptop, without AWS, and a receiver of webhooks that checks them by the secret of the API. */
@QuarkusTest
@TestProfile(WebhookApiTest.Profile.class)
class WebhookApiTest {

    /** The receiver is on this machine. */
    public static class Profile extends ApiProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var said = new HashMap<>(super.getConfigOverrides());
            said.put("beatcut.outside.private-urls", "true");
            return said;
        }
    }

    private final WireMockServer receiver = new WireMockServer(wireMockConfig().dynamicPort());

    @Inject
    Announcer announcer;

    @BeforeEach
    void listen() {
        receiver.start();
        receiver.stubFor(post(anyUrl()).willReturn(noContent()));
    }

    @AfterEach
    void stop() {
        receiver.stop();
    }

    private URI hook() {
        return URI.create(receiver.baseUrl() + "/hook?key=abc");
    }

    private static Happening end() {
        var data = Stage.json("{\"id\":\"rnd_1\",\"status\":\"COMPLETED\"}");
        return new Happening("evt_1", "render.completed", Stage.START, "local", false, data);
    }

    private Announcement tell() {
        return announcer.tell(Announcement.to(new Audience(hook(), null), Stage.START), end());
    }

    private static String secret() {
        return given().get("/webhook-secret")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("secret", startsWith("whsec_"))
                .extract()
                .path("secret");
    }

    private static String renewed(String key) {
        return given().header("Idempotency-Key", key)
                .post("/webhook-secret")
                .then()
                .statusCode(200)
                .body("olderUntil", notNullValue())
                .extract()
                .path("secret");
    }

    @Test
    void a_webhook_arrives_signed_with_the_secret_that_the_api_tells() {
        assertThat(tell().due()).isEmpty();
        var request = receiver.findAll(postRequestedFor(anyUrl())).getFirst();
        assertThat(request.getUrl()).isEqualTo("/hook?key=abc");
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        var sent = Instant.ofEpochSecond(Long.parseLong(request.getHeader("webhook-timestamp")));
        assertThat(sent).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
        StandardWebhook.headers("evt_1", sent, request.getBody(), List.of(secret()))
                .forEach((name, value) ->
                        assertThat(request.getHeader(name)).as(name).startsWith(value));
    }

    @Test
    void the_secret_stays_until_a_new_one_is_made_once_per_key() {
        var first = secret();
        assertThat(secret()).isEqualTo(first);
        var key = UUID.randomUUID().toString();
        var next = renewed(key);
        assertThat(next).isNotEqualTo(first);
        assertThat(renewed(key)).isEqualTo(next);
        assertThat(secret()).isEqualTo(next);
    }

    @Test
    void a_refusal_a_redirect_and_a_broken_connection_are_failures_that_are_tried_again() {
        receiver.stubFor(post(anyUrl()).willReturn(status(503).withHeader("Retry-After", "3600")));
        var refused = tell();
        assertThat(Duration.between(
                        refused.deliveries().getFirst().at(), refused.due().orElseThrow()))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(59));

        receiver.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(302).withHeader("Location", "/elsewhere")));
        assertThat(tell().deliveries().getFirst().status()).isEqualTo(302);
        receiver.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));

        receiver.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        var broken = tell();
        assertThat(broken.due()).isPresent();
        assertThat(broken.deliveries().getFirst()).satisfies(one -> {
            assertThat(one.result()).isEqualTo(Result.FAILED);
            assertThat(one.reason()).startsWith("No answer").doesNotContain("key=abc", "localhost");
        });
    }

    @Test
    void a_task_token_is_refused_here_with_the_next_step() {
        var refused = catchThrowableOfType(Problem.class, () -> announcer.check(new Audience(null, "token")));
        assertThat(refused.next()).contains("webhook");
    }
}
