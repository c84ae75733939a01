package dev.beatcut.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The deployment's token as a secret, by the SDK's own client. */
class SecretTokenTest {

    private static final String GET = "secretsmanager.GetSecretValue";

    private final FakeAws aws = new FakeAws("1.1");
    private final SecretsManagerClient client = aws.client(SecretsManagerClient.builder());
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final SecretToken token = new SecretToken(() -> client, "beatcut/nemo-token", () -> now);

    @AfterEach
    void stop() {
        client.close();
        aws.close();
    }

    private void secretIs(String text) {
        aws.answers(GET, aws.ok("{\"Name\":\"beatcut/nemo-token\",\"SecretString\":\"" + text + "\"}"));
    }

    @Test
    void it_is_read_when_it_is_needed_and_then_kept_for_a_while() {
        secretIs("nmv_one\\n");
        assertThat(aws.requests(GET)).isEmpty();
        assertThat(token.get()).isEqualTo("nmv_one");
        assertThat(token.get()).isEqualTo("nmv_one");
        assertThat(aws.requests(GET)).singleElement().satisfies(call -> assertThat(call.getBodyAsString())
                .contains("beatcut/nemo-token"));

        secretIs("nmv_two");
        now = now.plus(Duration.ofHours(1));
        assertThat(token.get()).isEqualTo("nmv_two");
    }

    @Test
    void one_that_was_changed_is_there_as_soon_as_the_old_one_is_refused() {
        secretIs("nmv_one");
        token.get();
        secretIs("nmv_two");
        assertThat(token.insteadOf("nmv_one")).isEqualTo("nmv_two");
        assertThat(token.insteadOf("nmv_one")).isEqualTo("nmv_two");
        assertThat(aws.requests(GET)).hasSize(2);
    }

    @Test
    void a_token_that_nobody_refuses_outlives_a_failure_of_secrets_manager() {
        secretIs("nmv_one");
        token.get();
        aws.answers(GET, aws.error(500, "InternalServiceError"));
        now = now.plus(Duration.ofHours(1));
        assertThat(token.get()).isEqualTo("nmv_one");

        secretIs("nmv_two");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(token.get()).isEqualTo("nmv_two");

        aws.answers(GET, aws.error(500, "InternalServiceError"));
        assertThatThrownBy(() -> token.insteadOf("nmv_two")).isInstanceOf(Problem.class);
        assertThatThrownBy(token::get).isInstanceOf(Problem.class);
    }

    @Test
    void a_token_that_nobody_refuses_outlives_a_secret_that_was_blanked() {
        secretIs("nmv_one");
        token.get();
        secretIs(" ");
        now = now.plus(Duration.ofHours(1));
        assertThat(token.get()).isEqualTo("nmv_one");
        assertThat(token.get()).isEqualTo("nmv_one");
        assertThat(aws.requests(GET)).hasSize(2);
    }

    @Test
    void a_key_value_secret_has_it_under_its_name() {
        secretIs("{\\\"NEMO_TOKEN\\\": \\\"nmv_one\\\"}");
        assertThat(token.get()).isEqualTo("nmv_one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\\"token\\\": \\\"nmv_one\\\"}",
                "{\\\"NEMO_TOKEN\\\": \\\"\\\"}",
                " {\\\"NEMO_TOKEN\\\": null}",
                "{nmv_one"
            })
    void a_key_value_secret_without_it_says_so_and_shows_nothing(String text) {
        secretIs(text);
        assertThatThrownBy(token::get).hasMessageContaining("with a NEMO_TOKEN").hasMessageNotContaining("nmv_one");
    }

    @Test
    void one_without_a_text_says_what_to_put_there() {
        aws.answers(GET, aws.ok("{\"Name\":\"beatcut/nemo-token\",\"SecretBinary\":\"AAAA\"}"));
        assertThatThrownBy(token::get).hasMessageContaining("has no text: put the token there");
    }

    @Test
    void one_that_may_not_be_read_says_which_and_what_to_check() {
        aws.answers(GET, aws.error(400, "AccessDeniedException"));
        assertThatThrownBy(token::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the secret \"beatcut/nemo-token\"")
                .hasMessageContaining("may use it");
    }
}
