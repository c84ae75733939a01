package dev.beatcut.announce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.beatcut.outside.Outside;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.RetryAfter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Posts the end to the address that the caller named, signed as Standard Webhooks are. */
final class Webhooks implements Channel {

    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int GONE = 410;

    private final Outside outside;
    private final WebhookSecrets secrets;
    private final InstantSource clock;

    Webhooks(Outside outside, WebhookSecrets secrets, InstantSource clock) {
        this.outside = outside;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Outcome tell(Audience audience, Happening what) {
        var body = body(what);
        var headers = headers(what, body);
        try {
            return outcome(outside.post(audience.webhook(), headers, body, PATIENCE));
        } catch (Problem notAllowed) {
            return new Outcome.Failed(null, "Not called: its name means no public address now.", null);
        } catch (IOException silent) {
            return new Outcome.Failed(null, "No answer within " + PATIENCE.toSeconds() + " s" + kind(silent), null);
        }
    }

    /** What happened, without the words of the exception: they name addresses. */
    private static String kind(IOException silent) {
        return " ("
                + Objects.requireNonNullElse(silent.getCause(), silent)
                        .getClass()
                        .getSimpleName() + ").";
    }

    @Override
    public void check(Audience audience) {
        if (audience.webhook() != null) {
            outside.check(audience.webhook());
        }
    }

    private Map<String, String> headers(Happening what, byte[] body) {
        var now = clock.instant();
        var headers = new HashMap<>(StandardWebhook.headers(
                what.id(), now, body, secrets.of(what.owner()).all()));
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Beatcut");
        return headers;
    }

    private static byte[] body(Happening what) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", what.type())
                .put("timestamp", what.at().toString())
                .set("data", what.data())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The specification's handling of status codes; a redirect is a failure too. */
    private Outcome outcome(Outside.Answer answer) {
        var status = answer.status();
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered(status);
        }
        return status == GONE
                ? new Outcome.GivenUp(status, "The receiver says that it is gone.")
                : new Outcome.Failed(status, null, wait(answer));
    }

    private Duration wait(Outside.Answer answer) {
        return answer.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                .map(header -> RetryAfter.read(header.getValue(), clock.instant()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
