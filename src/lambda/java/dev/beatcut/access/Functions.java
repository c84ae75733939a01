package dev.beatcut.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.beatcut.observe.Trail;
import dev.beatcut.observe.Trail.Field;
import dev.beatcut.problem.Malformed;
import dev.beatcut.problem.Problem;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Idempotency;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.MDC;

/**
 * How every function is called: its input read, its owner named, its key honoured. An expected failure, a malformed
 * input among them, is a value; what nobody expects stays an exception, which a state machine retries.
 */
@Singleton
public final class Functions {

    /** As the poll loop of a native executable calls it. */
    static final String REQUEST_ID = "AWSRequestId";

    private static final String SEND = "Send a JSON object with the fields that the function's description names.";

    private final ObjectMapper json;
    private final CurrentOwner caller;
    private final Idempotency idempotency;

    Functions(ObjectMapper json, CurrentOwner caller, Idempotency idempotency) {
        this.json = json;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** A call that only reads. */
    public <I extends Input, T> Result<T> read(JsonNode input, Class<I> type, Function<I, T> work) {
        return attempt(input, () -> work.apply(begin(input, type)));
    }

    /**
     * A call that makes or changes something.
     *
     * @param work gets the name of what it makes as well
     */
    public <I extends Input.Keyed, T> Result<T> once(
            String function, JsonNode input, Class<I> type, Class<T> made, BiFunction<I, String, T> work) {
        return attempt(input, () -> {
            var asked = begin(input, type);
            var fingerprint = idempotency.fingerprint(function, asked);
            return idempotency.once(
                    caller.get().id(), asked.idempotencyKey(), fingerprint, made, own -> work.apply(asked, own));
        });
    }

    /**
     * A call that starts what goes on by itself: the same key starts nothing more, and asks how it stands.
     *
     * @param work gets the name of what it starts as well, and gives its id; it hears of the latest webhook and task
     * token
     * @param stands how the thing of that id stands
     */
    public <I extends Input.Keyed, T> Result<T> start(
            String function,
            JsonNode input,
            Class<I> type,
            BiFunction<I, String, String> work,
            Function<String, T> stands) {
        return attempt(input, () -> {
            var asked = begin(input, type);
            var fingerprint = idempotency.fingerprint(function, asked);
            var id = idempotency.onceForTheLatest(
                    caller.get().id(),
                    asked.idempotencyKey(),
                    fingerprint,
                    String.class,
                    own -> work.apply(asked, own));
            return stands.apply(id);
        });
    }

    /**
     * What a call of the caller's was answered with.
     *
     * @throws Problem NOT_FOUND if there was none with this key, STILL_RUNNING
     */
    public <T> T answered(String key, Class<T> type) {
        return idempotency
                .answer(caller.get().id(), key, type)
                .orElseThrow(() -> Problem.notFound("call with the idempotency key", key));
    }

    /** The log lines of an invocation name it. */
    public <T> T working(Supplier<T> work) {
        return working(MissingNode.getInstance(), work);
    }

    private static <T> T working(JsonNode input, Supplier<T> work) {
        var ids = Stream.of("sessionId", "renderId")
                .map(name -> input.path(name).asText())
                .toList();
        var about = new EnumMap<Field, String>(Field.class);
        about.putAll(Trail.named(ids));
        if (MDC.get(REQUEST_ID) != null) {
            about.put(Field.REQUEST, MDC.get(REQUEST_ID).toString());
        }
        try (var _ = Trail.of(about)) {
            return work.get();
        }
    }

    private static <T> Result<T> attempt(JsonNode input, Supplier<T> work) {
        return working(input == null ? MissingNode.getInstance() : input, () -> attempt(work));
    }

    private static <T> Result<T> attempt(Supplier<T> work) {
        try {
            return Result.of(work.get());
        } catch (Problem expected) {
            return Result.failed(expected);
        } catch (Conflict race) {
            return Result.failed(LostRaces.problem());
        }
    }

    private <I extends Input> I begin(JsonNode input, Class<I> type) {
        var asked = input(input, type);
        caller.is(owner(asked.owner()));
        return asked;
    }

    private <I> I input(JsonNode input, Class<I> type) {
        if (input == null || !input.isObject()) {
            throw Problem.invalid("The input is no JSON object.", SEND);
        }
        try {
            return json.treeToValue(input, type);
        } catch (JsonProcessingException unreadable) {
            throw unreadable.getCause() instanceof Problem missing ? missing : Malformed.problem(unreadable, SEND);
        }
    }

    private static Owner owner(String said) {
        try {
            return Owner.of(Input.required("owner", said));
        } catch (IllegalArgumentException malformed) {
            throw Problem.invalid(
                    malformed.getMessage() + ".", "Name whom this is done for, as his token's subject does.");
        }
    }
}
