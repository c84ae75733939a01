package dev.beatcut.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Same key, same answer (flow 5). The first call with a key gets an id that names whatever it makes; a call that dies
 * or fails on the way is taken up by the next one under the same id, so that nothing is made twice. Who answers first
 * has answered for everybody.
 */
public final class Idempotency {

    static final Duration KEPT = Duration.ofHours(24);

    /** Longer than any answer is held back; a call that runs longer is protected by what it works on. */
    static final Duration RUNS_AT_MOST = Duration.ofSeconds(60);

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);
    private static final int LONGEST_KEY = 255;

    /** Bytes as it is written. A larger one is not kept: who calls again is answered anew, about the same thing. */
    static final int LARGEST_ANSWER = 200 * 1024;

    /** Who is told, who waits how long, and the key itself are not what is asked for: the latest ones count. */
    private static final Set<String> DO_NOT_COUNT = Set.of("webhook", "taskToken", "idempotencyKey", "wait");

    /** What a call with a key is to do. */
    public sealed interface Verdict {

        /** Do the work, and name what it makes by {@code id}. */
        record Go(Claim claim, String id) implements Verdict {}

        record AlreadyAnswered(String id, Answer answer) implements Verdict {}

        record OtherBody() implements Verdict {}

        record StillRunning() implements Verdict {}
    }

    /** The right to answer for a key. */
    public record Claim(Versioned<Use> use) {}

    /** @param body JSON text, empty if there was none */
    public record Answer(int status, Map<String, String> headers, String body) {

        /** Without the body: it may hold a secret. */
        @Override
        public String toString() {
            return "Answer[status=" + status + ", headers=" + headers.keySet() + ", body of " + body.length()
                    + " characters]";
        }
    }

    record Use(String fingerprint, String id, Instant runsUntil, Answer answer) {

        Use runningUntil(Instant until) {
            return new Use(fingerprint, id, until, null);
        }

        Use answered(Answer first) {
            return new Use(fingerprint, id, runsUntil, first);
        }
    }

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

    /**
     * What is asked for, whatever the order and the spacing of its fields.
     *
     * @param what such as method and path, or a function's name
     * @param body its JSON, or a record of it; null if there is none
     */
    public String fingerprint(String what, Object body) {
        var asked = body == null ? Map.of() : json.convertValue(body, Object.class);
        if (asked instanceof Map<?, ?> fields) {
            var counting = new HashMap<Object, Object>(fields);
            counting.keySet().removeAll(DO_NOT_COUNT);
            asked = counting;
        }
        try {
            var sorted = json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
            return Packed.hash(what + " " + sorted.writeValueAsString(asked));
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * @param fingerprint of the whole request: another one under the same key is refused
     * @throws Problem INVALID_REQUEST for a key that is blank or too long
     */
    public Verdict begin(String owner, String key, String fingerprint) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid(
                    "The idempotency key " + (key.isBlank() ? "is blank" : "has " + key.length() + " characters")
                            + "; 1 to " + LONGEST_KEY + " are accepted.",
                    "Send a random key, such as a UUID.");
        }
        var where = place(owner, key);
        while (true) {
            try {
                var used = uses.get(where);
                return used.isPresent() ? again(used.get(), fingerprint) : first(where, fingerprint);
            } catch (Conflict raced) {
                Thread.onSpinWait();
            }
        }
    }

    private static Key place(String owner, String key) {
        return new Key("idempotency/" + owner, Packed.hash(key));
    }

    /**
     * What was answered for a key, whatever it was asked with.
     *
     * @return empty if it was never used, or too long ago
     * @throws Problem STILL_RUNNING if there is no answer yet
     */
    public <T> Optional<T> answer(String owner, String key, Class<T> type) {
        return uses.get(place(owner, key)).map(Versioned::value).map(use -> {
            if (use.answer() == null) {
                throw stillRunning();
            }
            return read(use.answer(), type);
        });
    }

    private Verdict first(Key where, String fingerprint) {
        var now = clock.instant();
        return go(uses.insert(
                where, new Use(fingerprint, ids.next(), now.plus(RUNS_AT_MOST), null), null, now.plus(KEPT)));
    }

    private Verdict again(Versioned<Use> read, String fingerprint) {
        var use = read.value();
        if (!use.fingerprint().equals(fingerprint)) {
            return new Verdict.OtherBody();
        }
        if (use.answer() != null) {
            return new Verdict.AlreadyAnswered(use.id(), use.answer());
        }
        if (use.runsUntil().isAfter(clock.instant())) {
            return new Verdict.StillRunning();
        }
        return go(uses.update(read, use.runningUntil(clock.instant().plus(RUNS_AT_MOST)), null));
    }

    private static Verdict.Go go(Versioned<Use> use) {
        return new Verdict.Go(new Claim(use), use.value().id());
    }

    /**
     * Does something once for a key, and gives the first answer to whoever comes again.
     *
     * @param key null: the caller has none, and every call is a first one
     * @param work gets the name of what it makes; where it throws, the next call goes on under the same name
     * @throws Problem what {@code work} throws; IDEMPOTENCY_KEY_REUSED, STILL_RUNNING
     */
    public <T> T once(String owner, String key, String fingerprint, Class<T> type, Function<String, T> work) {
        return once(owner, key, fingerprint, type, work, false);
    }

    /**
     * As above, but {@code work} runs for every call, so that it hears of the latest webhook or task token. What it then
     * tells of the thing is not told on. Where it throws, the call was not heard, and its caller is told so.
     */
    public <T> T onceForTheLatest(
            String owner, String key, String fingerprint, Class<T> type, Function<String, T> work) {
        return once(owner, key, fingerprint, type, work, true);
    }

    private <T> T once(
            String owner, String key, String fingerprint, Class<T> type, Function<String, T> work, boolean latest) {
        if (key == null) {
            return work.apply(ids.next());
        }
        return switch (begin(owner, key, fingerprint)) {
            case Verdict.Go(var claim, var id) -> first(claim, id, type, work);
            case Verdict.AlreadyAnswered(var id, var answer) -> {
                if (latest) {
                    work.apply(id);
                }
                yield read(answer, type);
            }
            case Verdict.OtherBody() -> throw otherBody();
            case Verdict.StillRunning() -> throw stillRunning();
        };
    }

    private <T> T first(Claim claim, String id, Class<T> type, Function<String, T> work) {
        var mine = new Answer(200, Map.of(), write(working(claim, id, work)));
        return read(answered(claim, mine), type);
    }

    private <T> T working(Claim claim, String id, Function<String, T> work) {
        boolean done = false;
        try {
            var made = work.apply(id);
            done = true;
            return made;
        } finally {
            if (!done) {
                released(claim);
            }
        }
    }

    private String write(Object done) {
        try {
            return json.writeValueAsString(done);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
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
                "This idempotency key came with another request before.",
                "Send a new key with a new request.");
    }

    public static Problem stillRunning() {
        return new Problem(
                ProblemCode.STILL_RUNNING,
                "The first request with this idempotency key is still running.",
                "Send it again in " + COME_AGAIN.toSeconds() + " s.",
                COME_AGAIN,
                null);
    }

    /**
     * Keeps the answer for whoever calls again.
     *
     * @return what to answer: another call may have gone on after this one had run too long, and answered before it
     */
    public Answer answered(Claim claim, Answer mine) {
        if (write(mine).getBytes(StandardCharsets.UTF_8).length > LARGEST_ANSWER) {
            released(claim);
            return mine;
        }
        var id = claim.use().value().id();
        return uses.change(
                        claim.use().key(),
                        use -> use.id().equals(id) && use.answer() == null ? use.answered(mine) : use)
                .map(Versioned::value)
                .filter(use -> use.id().equals(id))
                .map(Use::answer)
                .orElse(mine);
    }

    /** Lets the next call with the key go on at once, under the same id. */
    public void released(Claim claim) {
        try {
            uses.update(claim.use(), claim.use().value().runningUntil(clock.instant()), null);
        } catch (Conflict overtaken) {
            // Another call went on after this one had run too long: it answers, or gives the key back itself.
        }
    }
}
