package dev.beatcut.announce;

import static dev.beatcut.announce.Stage.JSON;
import static dev.beatcut.announce.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.state.MemoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** One secret an owner, and how a new one takes its place. */
class WebhookSecretsTest {

    private final MemoryTable table = new MemoryTable();
    private Instant now = START;
    private final WebhookSecrets secrets = new WebhookSecrets(table, JSON, () -> now, new SplittableRandom(1));

    @Test
    void it_is_made_when_first_asked_for_and_stays_for_every_process() {
        var first = secrets.of("anna");
        var elsewhere = new WebhookSecrets(table, JSON, () -> now, new SplittableRandom(2));
        assertThat(secrets.of("anna")).isEqualTo(first);
        assertThat(elsewhere.of("anna")).isEqualTo(first);
    }

    @Test
    void another_owner_has_another_one() {
        assertThat(secrets.of("anna").secret()).isNotEqualTo(secrets.of("bert").secret());
        secrets.renew("anna", "r1");
        assertThat(secrets.of("bert").older()).isEmpty();
    }

    @Test
    void the_old_one_signs_along_for_24_hours_and_no_longer() {
        var old = secrets.of("anna").secret();
        var fresh = secrets.renew("anna", "r1");
        assertThat(fresh.secret()).isNotEqualTo(old);
        assertThat(fresh.all()).containsExactly(fresh.secret(), old);

        now = START.plus(Duration.ofHours(24)).minusMillis(1);
        assertThat(secrets.of("anna").all()).containsExactly(fresh.secret(), old);
        now = START.plus(Duration.ofHours(24));
        assertThat(secrets.of("anna").all()).containsExactly(fresh.secret());
    }

    @Test
    void one_that_is_renewed_again_the_same_day_keeps_its_24_hours() {
        var first = secrets.of("anna").secret();
        var second = secrets.renew("anna", "r1").secret();
        now = START.plus(Duration.ofHours(1));
        assertThat(secrets.renew("anna", "r2").all()).hasSize(3).endsWith(second, first);
    }

    @Test
    void the_same_request_makes_no_second_one() {
        var fresh = secrets.renew("anna", "r1");
        assertThat(secrets.renew("anna", "r1")).isEqualTo(fresh);
    }

    @Test
    void at_most_four_older_ones_sign_along() {
        for (int i = 0; i < 10; i++) {
            secrets.renew("anna", "r" + i);
        }
        assertThat(secrets.of("anna").all()).hasSize(5);
    }

    @Test
    void its_words_do_not_say_it() {
        secrets.of("anna");
        var secret = secrets.renew("anna", "r1");
        assertThat(secret + " " + WebhookSecretView.of(secret)).doesNotContain("whsec_");
    }
}
