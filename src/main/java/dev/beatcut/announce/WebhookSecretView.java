package dev.beatcut.announce;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What the caller's webhooks are signed with.
 *
 * @param secret {@code whsec_} and the key in base64
 * @param olderUntil until then the one before signs along; left out when none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookSecretView(String secret, Instant createdAt, Instant olderUntil) {

    static WebhookSecretView of(WebhookSecret secret) {
        var older = secret.older().stream().map(WebhookSecret.Older::until).findFirst();
        return new WebhookSecretView(secret.secret(), secret.madeAt(), older.orElse(null));
    }

    @Override
    public String toString() {
        return "WebhookSecretView[createdAt=" + createdAt + "]";
    }
}
