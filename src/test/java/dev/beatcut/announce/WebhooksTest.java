package dev.beatcut.announce;

import static dev.beatcut.announce.Stage.HOOK;
import static dev.beatcut.announce.Stage.START;
import static dev.beatcut.announce.Stage.TOKEN;
import static dev.beatcut.announce.Stage.completed;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a webhook is sent, and what its answers mean (Standard Webhooks 1.0.0, "Operational considerations"). */
class WebhooksTest {

    private static final Audience AUDIENCE = new Audience(HOOK, TOKEN);

    private final Stage stage = new Stage();
    private final Webhooks webhooks = new Webhooks(stage.receiver, stage.secrets, stage::now);

    private Outcome tell(Receiver.Reaction reaction) {
        stage.receiver.reacting(reaction);
        return webhooks.tell(AUDIENCE, completed());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_body_says_what_when_and_the_render_as_callers_see_it() {
        webhooks.tell(AUDIENCE, completed());
        var call = stage.receiver.calls.getFirst();
        assertThat(call.url()).isEqualTo(HOOK);
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(call.headers()).containsEntry("Content-Type", "application/json");
        assertThat(call.body())
                .isEqualTo("{\"type\":\"render.completed\",\"timestamp\":\"2026-11-21T12:00:00Z\","
                        + "\"data\":{\"id\":\"rnd_1\",\"status\":\"COMPLETED\"}}");
    }

    @Test
    void the_id_stays_the_time_is_that_of_the_attempt_and_the_owners_secret_signs() {
        tell(Receiver.status(500));
        stage.pass(Duration.ofMinutes(5));
        webhooks.tell(AUDIENCE, completed());
        var secret = stage.secrets.of("anna").secret();
        for (var call : stage.receiver.calls) {
            var sent = stage.receiver.calls.indexOf(call) == 0 ? START : START.plusSeconds(300);
            assertThat(call.headers())
                    .containsAllEntriesOf(StandardWebhook.headers("evt_1", sent, bytes(call.body()), List.of(secret)));
        }
        assertThat(stage.receiver.calls.getLast().headers())
                .containsEntry(
                        "webhook-timestamp",
                        Long.toString(START.plusSeconds(300).getEpochSecond()));
    }

    @Test
    void after_a_renewal_both_secrets_sign_for_a_day() {
        var old = stage.secrets.of("anna").secret();
        var fresh = stage.secrets.renew("anna", "request").secret();
        webhooks.tell(AUDIENCE, completed());
        stage.pass(Duration.ofHours(24));
        webhooks.tell(AUDIENCE, completed());

        var first = stage.receiver.calls.getFirst();
        assertThat(first.headers())
                .containsAllEntriesOf(
                        StandardWebhook.headers("evt_1", START, bytes(first.body()), List.of(fresh, old)));
        assertThat(stage.receiver.calls.getLast().headers().get("webhook-signature"))
                .doesNotContain(" ");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void every_2xx_is_success(int status) {
        assertThat(tell(Receiver.status(status))).isEqualTo(new Outcome.Delivered(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 404, 408, 429, 500, 502, 503, 504})
    void every_other_status_is_a_failure_that_is_tried_again_a_redirect_too(int status) {
        assertThat(tell(Receiver.status(status))).isEqualTo(new Outcome.Failed(status, null, null));
        assertThat(stage.receiver.calls).hasSize(1);
    }

    @Test
    void who_is_gone_is_not_called_again() {
        assertThat(tell(Receiver.status(410))).isInstanceOf(Outcome.GivenUp.class);
    }

    @Test
    void retry_after_is_read_as_seconds_or_date_and_nonsense_says_nothing() {
        assertThat(tell(Receiver.status(503, "30"))).isEqualTo(new Outcome.Failed(503, null, Duration.ofSeconds(30)));
        assertThat(tell(Receiver.status(503, "Sat, 21 Nov 2026 12:01:00 GMT")))
                .isEqualTo(new Outcome.Failed(503, null, Duration.ofSeconds(60)));
        assertThat(tell(Receiver.status(503, "soon"))).isEqualTo(new Outcome.Failed(503, null, null));
    }

    @Test
    void no_answer_is_a_failure_that_names_no_address() {
        assertThat(tell(Receiver.TIMES_OUT)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.status()).isNull();
            assertThat(failed.reason()).isEqualTo("No answer within 15 s (HttpTimeoutException).");
        });
    }

    @Test
    void an_address_that_is_no_longer_allowed_is_a_failure_and_not_called() {
        var outcome = webhooks.tell(new Audience(URI.create("http://hooks.example"), null), completed());
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(stage.receiver.calls).isEmpty();
    }
}
