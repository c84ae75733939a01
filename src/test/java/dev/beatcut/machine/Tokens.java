package dev.beatcut.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tasks that wait to be answered, as {@code SendTaskSuccess}, {@code SendTaskFailure}, {@code SendTaskHeartbeat} know them. */
public final class Tokens {

    /** @param output of one that succeeded; @param failure of one that did not; both null while it waits */
    private record Waiting(Instant heard, JsonNode output, Failure failure) {}

    private final Map<String, Waiting> tasks = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public Tokens(InstantSource clock) {
        this.clock = clock;
    }

    String issue() {
        var token = UUID.randomUUID().toString();
        tasks.put(token, new Waiting(clock.instant(), null, null));
        return token;
    }

    /** @return false if no task waits with it any more */
    public boolean succeed(String token, JsonNode output) {
        return change(token, new Waiting(clock.instant(), output, null));
    }

    public boolean fail(String token, String error, String cause) {
        return change(token, new Waiting(clock.instant(), null, new Failure(error, cause)));
    }

    public boolean beat(String token) {
        return change(token, new Waiting(clock.instant(), null, null));
    }

    private boolean change(String token, Waiting now) {
        return tasks.computeIfPresent(
                        token, (same, before) -> before.output() == null && before.failure() == null ? now : before)
                == now;
    }

    /** @return null while it waits */
    JsonNode output(String token) {
        var task = tasks.get(token);
        if (task.failure() != null) {
            throw task.failure();
        }
        return task.output();
    }

    /** When it was last heard of. */
    Instant heard(String token) {
        return tasks.get(token).heard();
    }

    /** Nobody waits for it any more. */
    void drop(String token) {
        tasks.remove(token);
    }
}
