package dev.beatcut.announce;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Key;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** One secret an owner, made when it is first asked for or needed. */
final class WebhookSecrets {

    private final Records<WebhookSecret> records;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random that nobody can guess */
    WebhookSecrets(Table table, ObjectMapper json, InstantSource clock, RandomGenerator random) {
        this.records = Records.of(table, json, WebhookSecret.class, clock);
        this.clock = clock;
        this.random = random;
    }

    WebhookSecret of(String owner) {
        return records.get(key(owner)).orElseGet(() -> first(owner)).value().at(clock.instant());
    }

    private Versioned<WebhookSecret> first(String owner) {
        try {
            return records.insert(key(owner), WebhookSecret.first(StandardWebhook.newSecret(random), clock.instant()));
        } catch (Conflict madeByAnother) {
            return records.get(key(owner)).orElseThrow(() -> madeByAnother);
        }
    }

    /** @param request the same one makes no second secret */
    WebhookSecret renew(String owner, String request) {
        of(owner);
        var next = StandardWebhook.newSecret(random);
        var now = clock.instant();
        return records.change(key(owner), known -> known.at(now).followedBy(next, request, now))
                .orElseThrow()
                .value();
    }

    private static Key key(String owner) {
        return new Key("announce/" + owner, "webhook-secret");
    }
}
