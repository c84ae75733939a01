package dev.beatcut.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
