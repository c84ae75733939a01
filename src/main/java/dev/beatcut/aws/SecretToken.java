package dev.beatcut.aws;

import dev.beatcut.access.OwnToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * {@link OwnToken} as the text of a secret, read when it is first needed: it is in no environment, no snapshot and no
 * log. The policy allows {@code secretsmanager:GetSecretValue} on it.
 */
public final class SecretToken implements OwnToken {

    /** One that was changed is read sooner: when the old one is refused. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final Supplier<SecretsManagerClient> client;
    private final String name;
    private final InstantSource clock;
    private String token;
    private Instant readAgain = Instant.MIN;

    /** @param name or ARN of the secret */
    public SecretToken(Supplier<SecretsManagerClient> client, String name, InstantSource clock) {
        this.client = client;
        this.name = name;
        this.clock = clock;
    }

    @Override
    public synchronized String get() {
        var now = clock.instant();
        if (!now.isBefore(readAgain)) {
            token = read();
            readAgain = now.plus(KEPT);
        }
        return token;
    }

    @Override
    public synchronized String insteadOf(String refused) {
        if (refused.equals(token)) {
            readAgain = Instant.MIN;
        }
        return get();
    }

    private String read() {
        try {
            var text = client.get().getSecretValue(get -> get.secretId(name)).secretString();
            if (text == null || text.isBlank()) {
                throw new IllegalStateException(
                        "The secret \"" + name + "\" has no text: put the token there as plain text.");
            }
            return text.strip();
        } catch (SdkException failed) {
            throw Trouble.with("the secret \"" + name + "\"", failed);
        }
    }
}
