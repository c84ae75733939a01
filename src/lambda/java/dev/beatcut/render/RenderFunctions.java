package dev.beatcut.render;

import static dev.beatcut.access.Input.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.access.Functions;
import dev.beatcut.access.Input;
import dev.beatcut.access.Result;
import dev.beatcut.access.Worktime;
import dev.beatcut.announce.Announcer;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Wait;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Set;

/**
 * {@code export}: {@code POST /sessions/{id}/renders}, or with {@code renderId} the end of one that a turn has begun.
 * {@code cancel}: {@code DELETE /renders/{id}}, by the render's id, by the key of its export or, from EventBridge, by
 * the event of the execution that waited for it. {@code poll-renders}: looks for what is due at once and half a minute
 * later, for a schedule that calls it every minute; what it has begun it brings to an end as far as its time goes.
 */
public class RenderFunctions {

    private static final Set<String> NOTHING_TO_CANCEL =
            Set.of(ProblemCode.NOT_FOUND.wireName(), ProblemCode.ALREADY_OVER.wireName());

    private final Functions functions;
    private final Renders renders;
    private final Rounds rounds;
    private final Announcer announcer;
    private final Worktime time;
    private final Executions executions;

    RenderFunctions(
            Functions functions,
            Renders renders,
            Rounds rounds,
            Announcer announcer,
            Worktime time,
            Executions executions) {
        this.functions = functions;
        this.renders = renders;
        this.rounds = rounds;
        this.announcer = announcer;
        this.time = time;
        this.executions = executions;
    }

    /**
     * @param renderId an export that a turn has begun: its end is told to this caller too, and no other one is begun.
     *     Left out it is no part of what a key was used for, as before there was such a field
     */
    @RegisterForReflection
    record Exported(
            String owner,
            String idempotencyKey,
            String sessionId,
            @JsonInclude(JsonInclude.Include.NON_NULL) String renderId,
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

    /** @param exportKey instead of {@code renderId}: the idempotency key that the export was asked for with */
    @RegisterForReflection
    record Cancelled(String owner, String idempotencyKey, String renderId, String exportKey) implements Input.Keyed {

        Cancelled {
            required("renderId", renderId == null ? exportKey : renderId);
        }
    }

    /** @param steps that were taken with what was due */
    public record Polled(int steps) {}

    @Funq("export")
    public Result<RenderView> export(JsonNode input) {
        return functions
                .start("export", input, Exported.class, this::begunOrFollowed, id -> renders.get(id, Duration.ZERO))
                .telling(RenderView::problem)
                .refused(problem -> announcer.refused(token(input), problem));
    }

    private String begunOrFollowed(Exported asked, String own) {
        return asked.renderId() == null
                ? renders.export(asked.sessionId(), own, asked.render(), asked.duration())
                        .id()
                : renders.follow(asked.renderId(), asked.render());
    }

    /** A task that waits hears nothing of what a function answers. */
    private static String token(JsonNode input) {
        return input == null ? null : input.path("taskToken").textValue();
    }

    @Funq("cancel")
    public Result<RenderView> cancel(JsonNode input) {
        return input != null && input.has("executionArn") ? abandoned(input) : cancelled(input);
    }

    private Result<RenderView> cancelled(JsonNode input) {
        return functions.once(
                "cancel", input, Cancelled.class, RenderView.class, (asked, own) -> renders.cancel(id(asked)));
    }

    private String id(Cancelled asked) {
        return asked.renderId() == null ? functions.answered(asked.exportKey(), String.class) : asked.renderId();
    }

    /** Nobody reads the answer: what could not be done is an error, which is tried again and then a dead letter. */
    private Result<RenderView> abandoned(JsonNode execution) {
        var result = cancelled(executions.cancel(execution));
        if (result.problem() != null
                && !NOTHING_TO_CANCEL.contains(result.problem().code())) {
            throw new IllegalStateException(result.problem().detail());
        }
        return result;
    }

    @Funq("poll-renders")
    public Polled poll() {
        return functions.working(() -> new Polled(rounds.within(time.looking(), time.leave())));
    }
}
