package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * {@code POST /run_sse}, once. What fails before a connection stands, or is refused in so many words, is thrown: then
 * nothing was run. Anything else is an outcome, since the message may have been heard.
 */
final class TurnCall {

    private static final int LONGEST_ENVELOPE = 1024 * 1024;

    private final Calls calls;
    private final NemoAddress address;
    private final InstantSource clock;
    private final Duration limit;
    private final Duration silenceLimit;

    TurnCall(Calls calls, NemoAddress address, NemoConfig config, InstantSource clock) {
        this.calls = calls;
        this.address = address;
        this.clock = clock;
        this.limit = config.turnLimit();
        this.silenceLimit = config.silenceLimit();
    }

    TurnOutcome run(Credentials credentials, String sessionId, String text, Instant leave, TurnListener listener) {
        var time = new TurnClock(clock, limit, silenceLimit, leave, listener);
        var reducer = new TurnReducer(listener);
        var body = body(sessionId, text);
        listener.sending();
        try (var reply = calls.send(
                "POST", address.at("/run_sse"), headers(credentials, body), new ByteArrayInputStream(body))) {
            return heard(reply, time, reducer);
        } catch (IOException e) {
            return reducer.cut();
        } catch (Late e) {
            return time.timeToLeave() ? reducer.left() : reducer.timedOut();
        }
    }

    private Map<String, String> headers(Credentials credentials, byte[] body) {
        var headers = Caller.of(credentials, address).headers();
        headers.put("Accept", "text/event-stream");
        headers.put("Content-Type", "application/json");
        headers.put("Content-Length", Integer.toString(body.length));
        return headers;
    }

    private static byte[] body(String sessionId, String text) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("app_name", "nemo_agent").put("user_id", "me").put("session_id", sessionId);
        json.putObject("new_message").putArray("parts").addObject().put("text", text);
        return Json.bytes(json);
    }

    /** What calls itself JSON is read like a stream, which it may be: the reader knows JSON when it sees it. */
    private TurnOutcome heard(StreamedReply reply, TurnClock time, TurnReducer reducer) throws IOException, Late {
        var head = time.head(reply);
        if (!head.succeeded() || head.isOf("html")) {
            return refused(Answer.of(head, clock.instant(), time.whole(reply, LONGEST_ENVELOPE)), reducer);
        }
        time.stream(reply, reducer);
        if (reducer.refusal() != null) {
            throw reducer.refusal().retryAfter(head.retryAfter(clock.instant()));
        }
        return reducer.ended();
    }

    /** A gateway that gave up or broke says nothing of the work behind it, which may go on. */
    private static TurnOutcome refused(Answer answer, TurnReducer reducer) {
        try {
            answer.body();
            return new TurnOutcome.Empty();
        } catch (NemoError e) {
            if (e.kind().beforeAnyWork()) {
                throw e;
            }
            return e.kind() == NemoErrorKind.OTHER || answer.status() / 100 == 3
                    ? new TurnOutcome.Failed("", e)
                    : reducer.cut();
        }
    }
}
