package dev.beatcut.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/**
 * Same key, same answer (flow 5). The first call with a key gets an id that names whatever it makes; a call that dies
 * on the way is taken up by the next one under the same id, so that nothing is made twice.
 */
public final class Idempotency {

    private static final Duration KEPT = Duration.ofHours(24);

    /** Longer than any answer is held back; a call that runs longer is protected by what it works on. */
    private static final Duration RUNS_AT_MOST = Duration.ofSeconds(60);

    /** What a call with a key is to do. */
    public sealed interface Verdict {

        /** Do the work, and name what it makes by {@code id}. */
        record Go(Claim claim, String id) implements Verdict {}

        record AlreadyAnswered(Answer answer) implements Verdict {}

        record OtherBody() implements Verdict {}

        record StillRunning() implements Verdict {}
    }

    /** The right to answer for a key. */
    public record Claim(Versioned<Use> use) {}

    /** @param body JSON text, empty if there was none */
    public record Answer(int status, Map<String, String> headers, String body) {}

    record Use(String fingerprint, String id, Instant runsUntil, Answer answer) {}

    private final Records<Use> uses;
    private final InstantSource clock;
    private final Ids ids;
    private final ObjectMapper json;

    public Idempotency(Table table, ObjectMapper json, InstantSource clock, Ids ids) {
        this.uses = Records.of(table, json, Use.class, clock);
        this.clock = clock;
        this.ids = ids;
        this.json = json;
    }

    /** @param fingerprint of the whole request: another one under the same key is refused */
    public Verdict begin(String owner, String key, String fingerprint) {
        var where = new Key("idempotency/" + owner, Packed.hash(key));
        while (true) {
            try {
                var used = uses.get(where);
                return used.isPresent() ? again(used.get(), fingerprint) : first(where, fingerprint);
            } catch (Conflict raced) {
                Thread.onSpinWait();
            }
        }
    }

    private Verdict first(Key where, String fingerprint) {
        var use = new Use(fingerprint, ids.next(), clock.instant().plus(RUNS_AT_MOST), null);
        return go(uses.insert(where, use, null, clock.instant().plus(KEPT)));
    }

    private Verdict again(Versioned<Use> read, String fingerprint) {
        var use = read.value();
        if (!use.fingerprint().equals(fingerprint)) {
            return new Verdict.OtherBody();
        }
        if (use.answer() != null) {
            return new Verdict.AlreadyAnswered(use.answer());
        }
        if (use.runsUntil().isAfter(clock.instant())) {
            return new Verdict.StillRunning();
        }
        return go(uses.update(read, running(use, clock.instant().plus(RUNS_AT_MOST)), null));
    }

    private static Verdict.Go go(Versioned<Use> use) {
        return new Verdict.Go(new Claim(use), use.value().id());
    }

    /**
     * Does something once for a key, and gives the first answer to whoever comes again.
     *
     * @param key null: the caller has none, and every call is a first one
     * @param work gets the name of what it makes
     * @throws Problem what {@code work} throws, which made nothing; IDEMPOTENCY_KEY_REUSED, STILL_RUNNING
     */
    public <T> T once(String owner, String key, String fingerprint, Class<T> type, Function<String, T> work) {
        if (key == null) {
            return work.apply(ids.next());
        }
        return switch (begin(owner, key, fingerprint)) {
            case Verdict.Go(var claim, var id) -> {
                try {
                    var done = work.apply(id);
                    answered(claim, new Answer(200, Map.of(), json.writeValueAsString(done)));
                    yield done;
                } catch (Problem refused) {
                    released(claim);
                    throw refused;
                } catch (JsonProcessingException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            }
            case Verdict.AlreadyAnswered(var answer) -> read(answer, type);
            case Verdict.OtherBody() -> throw otherBody();
            case Verdict.StillRunning() -> throw stillRunning();
        };
    }

    private <T> T read(Answer answer, Class<T> type) {
        try {
            return json.readValue(answer.body(), type);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Problem otherBody() {
        return new Problem(
                ProblemCode.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key came with another request before.",
                "Send a new key with a new request.");
    }

    public static Problem stillRunning() {
        return new Problem(
                ProblemCode.STILL_RUNNING,
                "The first request with this Idempotency-Key is still running.",
                "Send it again in a few seconds.");
    }

    /** Keeps the answer for whoever calls again. */
    public void answered(Claim claim, Answer answer) {
        var use = claim.use().value();
        finish(claim, new Use(use.fingerprint(), use.id(), use.runsUntil(), answer));
    }

    /** Lets the next call with the key try again at once, under the same id: a refused request made nothing. */
    public void released(Claim claim) {
        finish(claim, running(claim.use().value(), clock.instant()));
    }

    private void finish(Claim claim, Use use) {
        try {
            uses.update(claim.use(), use, null);
        } catch (Conflict overtaken) {
            // Another call went on after this one had run too long: its answer counts.
        }
    }

    private static Use running(Use use, Instant until) {
        return new Use(use.fingerprint(), use.id(), until, null);
    }
}
