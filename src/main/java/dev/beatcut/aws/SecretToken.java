package dev.beatcut.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.access.OwnToken;
import dev.beatcut.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * {@link OwnToken} as the text of a secret, read when it is first needed: it is in no environment, no snapshot and no
 * log. The policy allows {@code secretsmanager:GetSecretValue} on it.
 */
public final class SecretToken implements OwnToken {

    private static final Logger LOG = Logger.getLogger(SecretToken.class);

    /** One that was changed is read sooner: when the old one is refused. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    /** One that nobody refuses outlives a failure of Secrets Manager, and a secret that cannot be read any more. */
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(1);

    /** Of a secret that is key/value, as the console makes them. */
    private static final String KEY = "NEMO_TOKEN";

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
            readAt(now);
        }
        return token;
    }

    private void readAt(Instant now) {
        try {
            token = read();
            readAgain = now.plus(KEPT);
        } catch (Problem | IllegalStateException unreadable) {
            if (token == null) {
                throw unreadable;
            }
            LOG.warnf("The token that was read before is used on: %s", unreadable.getMessage());
            readAgain = now.plus(TRIED_AGAIN);
        }
    }

    @Override
    public synchronized String insteadOf(String refused) {
        if (refused.equals(token)) {
            token = null;
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
            var said = text.strip();
            return said.startsWith("{") ? valueOf(said) : said;
        } catch (SdkException failed) {
            throw Trouble.with("the secret \"" + name + "\"", failed);
        }
    }

    private String valueOf(String pairs) {
        try {
            var value = new ObjectMapper().readTree(pairs).path(KEY).textValue();
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        } catch (JsonProcessingException noPairs) {
            // Its text, which the exception would show, is the secret.
        }
        throw new IllegalStateException("The secret \"" + name + "\" begins with \"{\" but is no key/value with a "
                + KEY + ": put the token there, under that key or as plain text.");
    }
}
