package dev.beatcut.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The symmetric signature of Standard Webhooks 1.0.0, with the values that its reference libraries are tested with. */
class StandardWebhookTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant SENT = Instant.ofEpochSecond(1614265330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void the_reference_libraries_values_come_out() {
        assertThat(StandardWebhook.headers(ID, SENT, BODY, List.of(SECRET)))
                .containsEntry("webhook-id", ID)
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", SIGNATURE)
                .hasSize(3);
    }

    @Test
    void with_several_valid_secrets_each_signs_the_newest_first_and_a_space_between() {
        var newer = StandardWebhook.newSecret(new SplittableRandom(7));
        var signature =
                StandardWebhook.headers(ID, SENT, BODY, List.of(newer, SECRET)).get("webhook-signature");
        assertThat(signature.split(" ")).hasSize(2).satisfies(both -> {
            assertThat(both[0]).startsWith("v1,").isNotEqualTo(SIGNATURE);
            assertThat(both[1]).isEqualTo(SIGNATURE);
        });
    }

    @Test
    void a_new_secret_is_32_random_bytes_behind_the_prefix() {
        var random = new SplittableRandom(7);
        var one = StandardWebhook.newSecret(random);
        assertThat(one).startsWith("whsec_").isNotEqualTo(StandardWebhook.newSecret(random));
        assertThat(Base64.getDecoder().decode(one.substring("whsec_".length()))).hasSize(32);
    }
}
