package dev.beatcut.render;

import static dev.beatcut.access.Input.required;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.access.Functions;
import dev.beatcut.access.Input;
import dev.beatcut.access.Result;
import dev.beatcut.access.Worktime;
import dev.beatcut.announce.Announcer;
import dev.beatcut.session.Wait;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;

/**
 * {@code export}: {@code POST /sessions/{id}/renders}. {@code cancel}: {@code DELETE /renders/{id}}.
 * {@code poll-renders}: looks for what is due at once and half a minute later, for a schedule that calls it every minute;
 * what it has begun it brings to an end as far as its time goes.
 */
public class RenderFunctions {

    private final Functions functions;
    private final Renders renders;
    private final Rounds rounds;
    private final Announcer announcer;
    private final Worktime time;

    RenderFunctions(Functions functions, Renders renders, Rounds rounds, Announcer announcer, Worktime time) {
        this.functions = functions;
        this.renders = renders;
        this.rounds = rounds;
        this.announcer = announcer;
        this.time = time;
    }

    @RegisterForReflection
    record Exported(
            String owner,
            String idempotencyKey,
            String sessionId,
            @JsonProperty("wait") String patience,
            @JsonUnwrapped NewRender render)
            implements Input.Keyed {

        Exported {
            required("sessionId", sessionId);
        }

        Duration duration() {
            return new Wait(patience).duration();
        }
    }

    @RegisterForReflection
    record Cancelled(String owner, String idempotencyKey, String renderId) implements Input.Keyed {

        Cancelled {
            required("renderId", renderId);
        }
    }

    /** @param steps that were taken with what was due */
    public record Polled(int steps) {}

    @Funq("export")
    public Result<RenderView> export(JsonNode input) {
        return functions
                .start(
                        "export",
                        input,
                        Exported.class,
                        (asked, own) -> renders.export(asked.sessionId(), own, asked.render(), asked.duration())
                                .id(),
                        id -> renders.get(id, Duration.ZERO))
                .telling(RenderView::problem)
                .refused(problem -> announcer.refused(token(input), problem));
    }

    /** A task that waits hears nothing of what a function answers. */
    private static String token(JsonNode input) {
        return input == null ? null : input.path("taskToken").textValue();
    }

    @Funq("cancel")
    public Result<RenderView> cancel(JsonNode input) {
        return functions.once(
                "cancel", input, Cancelled.class, RenderView.class, (asked, own) -> renders.cancel(asked.renderId()));
    }

    @Funq("poll-renders")
    public Polled poll() {
        return new Polled(rounds.within(time.looking(), time.leave()));
    }
}
