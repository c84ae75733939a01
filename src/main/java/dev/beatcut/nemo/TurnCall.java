package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/**
 * {@code POST /run_sse}, once. What fails before a connection stands, or is refused in so many words, is thrown: then
 * nothing was run. Anything else is an outcome, since the message may have been heard.
 */
final class TurnCall {

    private static final int LONGEST_ENVELOPE = 1024 * 1024;

    private final ByteCalls calls;
    private final NemoAddress address;
    private final InstantSource clock;
    private final Duration limit;
    private final Duration silenceLimit;

    TurnCall(ByteCalls calls, NemoAddress address, NemoConfig config, InstantSource clock) {
        this.calls = calls;
        this.address = address;
        this.clock = clock;
        this.limit = config.turnLimit();
        this.silenceLimit = config.silenceLimit();
    }

    TurnOutcome run(Credentials credentials, String sessionId, String text, Instant leave, TurnListener listener) {
        var headers = Caller.of(credentials).headers();
        headers.put("Accept", "text/event-stream");
        headers.put("Content-Type", "application/json");
        var begun = clock.instant();
        var request = calls.connect(HttpMethod.POST, address.at("/run_sse"), headers);
        var reducer = new TurnReducer(listener);
        try (var reply = calls.send(request, body(sessionId, text), firstAnswer(leave))) {
            return isStream(reply)
                    ? new TurnClock(clock, begun, limit, silenceLimit, leave).read(reply, reducer)
                    : refused(reply);
        } catch (IOException e) {
            return reducer.cut();
        } catch (TimeoutException e) {
            request.reset();
            return clock.instant().isBefore(leave) ? reducer.timedOut() : reducer.left();
        }
    }

    private Duration firstAnswer(Instant leave) {
        var left = Duration.between(clock.instant(), leave);
        return left.compareTo(silenceLimit) < 0 ? left : silenceLimit;
    }

    private static byte[] body(String sessionId, String text) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("app_name", "nemo_agent").put("user_id", "me").put("session_id", sessionId);
        json.putObject("new_message").putArray("parts").addObject().put("text", text);
        return Json.bytes(json);
    }

    private static boolean isStream(Chunks reply) {
        var type = reply.header("Content-Type");
        var said = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return reply.status() / 100 == 2 && !said.contains("json") && !said.contains("html");
    }

    private TurnOutcome refused(Chunks reply) throws IOException {
        try {
            new Answer(
                            reply.status(),
                            reply.header("Content-Type"),
                            reply.header("Retry-After"),
                            reply.rest(LONGEST_ENVELOPE, silenceLimit))
                    .body();
            return new TurnOutcome.Empty();
        } catch (Chunks.Late e) {
            return new TurnOutcome.TimedOut("");
        } catch (NemoError e) {
            if (e.kind().beforeAnyWork()) {
                throw e;
            }
            return new TurnOutcome.Failed("", e);
        }
    }
}
