package dev.beatcut.chat;

import static dev.beatcut.access.Input.required;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.access.Functions;
import dev.beatcut.access.Input;
import dev.beatcut.access.Result;
import dev.beatcut.access.Worktime;
import dev.beatcut.session.Wait;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;

/**
 * {@code chat}: says something and stays until the turn is over, or answers {@code ChatStillRunning}: the same call goes
 * on; with {@code wake} instead of a text it goes on with what waits in the session. {@code ask}: {@code POST
 * /sessions/{id}/turns}, which does not stay: it wakes {@code chat}, and the same call tells how it stands.
 */
public class ChatFunctions {

    private final Functions functions;
    private final Turns turns;
    private final Worktime time;

    ChatFunctions(Functions functions, Turns turns, Worktime time) {
        this.functions = functions;
        this.turns = turns;
        this.time = time;
    }

    @RegisterForReflection
    record Said(
            String owner,
            String idempotencyKey,
            String sessionId,
            @JsonProperty("wait") String patience,
            @JsonUnwrapped NewTurn turn)
            implements Input.Keyed {

        Said {
            required("sessionId", sessionId);
        }

        Duration duration() {
            return new Wait(patience).duration();
        }
    }

    /** Who is woken goes on with all that waits; nobody reads the answer. */
    @RegisterForReflection
    record Woken(String owner, String sessionId) implements Input {

        Woken {
            required("sessionId", sessionId);
        }
    }

    @Funq("chat")
    public Result<TurnView> chat(JsonNode input) {
        var leave = time.leave();
        if (isWakeUp(input)) {
            return functions.read(input, Woken.class, woken -> {
                turns.carryOn(woken.sessionId(), leave);
                return null;
            });
        }
        return functions
                .once(
                        "chat",
                        input,
                        Said.class,
                        TurnView.class,
                        (said, own) -> turns.finish(said.sessionId(), own, said.turn(), leave))
                .telling(TurnView::problem);
    }

    private static boolean isWakeUp(JsonNode input) {
        return input != null && input.path("wake").asBoolean();
    }

    @Funq("ask")
    public Result<TurnView> ask(JsonNode input) {
        return functions
                .start(
                        "ask",
                        input,
                        Said.class,
                        (said, own) -> turns.say(said.sessionId(), own, said.turn(), said.duration())
                                .id(),
                        id -> turns.get(id, Duration.ZERO))
                .telling(TurnView::problem);
    }
}
