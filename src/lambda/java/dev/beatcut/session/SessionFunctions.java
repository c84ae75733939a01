package dev.beatcut.session;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.access.Functions;
import dev.beatcut.access.Input;
import dev.beatcut.access.Result;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** {@code open-session}: {@code POST /sessions}. */
public class SessionFunctions {

    private final Functions functions;
    private final Sessions sessions;

    SessionFunctions(Functions functions, Sessions sessions) {
        this.functions = functions;
        this.sessions = sessions;
    }

    @RegisterForReflection
    record Open(
            String owner,
            String idempotencyKey,
            @JsonUnwrapped OpenSession session) implements Input.Keyed {}

    @Funq("open-session")
    public Result<SessionView> open(JsonNode input) {
        return functions.once(
                "open-session",
                input,
                Open.class,
                SessionView.class,
                (asked, own) -> SessionView.of(sessions.open(own, asked.session(), null)));
    }
}
