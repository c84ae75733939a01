package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.state.Pause;
import dev.beatcut.studio.library.TurnEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Speaks on a stream: events of a dialect as frames {@code data: <json>}. */
final class Speaker {

    private static final int DELTA = 24;

    /** What §4.3 lists as alive without content; the first is how this studio says it. */
    private static final List<List<String>> HEARTBEATS = List.of(
            List.of("data: {\"type\":\"heartbeat\"}"),
            List.of(": keep-alive"),
            List.of("data:"),
            List.of("data: "),
            List.of("data: heartbeat"),
            List.of("data: ping"),
            List.of("event: heartbeat", "data: {}"),
            List.of("event: ping", "data: {}"),
            List.of("data: {\"heartbeat\":true}"),
            List.of("data: {}"));

    private final OutputStream out;
    private final Dialect dialect;
    private final LineEnd lineEnd;
    private final boolean streaming;
    private final Pause pause;
    private final Duration heartbeat;

    /** @param heartbeat longest silence */
    Speaker(OutputStream out, Dialect dialect, LineEnd lineEnd, boolean streaming, Pause pause, Duration heartbeat) {
        this.out = out;
        this.dialect = dialect;
        this.lineEnd = lineEnd;
        this.streaming = streaming;
        this.pause = pause;
        this.heartbeat = heartbeat;
    }

    void heartbeat() throws IOException {
        frame(HEARTBEATS.getFirst());
    }

    /** Nothing but heartbeats for {@code length}, each spelled otherwise than the one before. */
    void heartbeats(Duration length) throws IOException {
        var left = length;
        for (int said = 0; left.isPositive() && !Thread.currentThread().isInterrupted(); said++) {
            frame(HEARTBEATS.get(said % HEARTBEATS.size()));
            pause.of(left.compareTo(heartbeat) < 0 ? left : heartbeat);
            left = left.minus(heartbeat);
        }
    }

    void tool(TurnEvent event) throws IOException {
        say(dialect.tool(event));
    }

    void reply(String text) throws IOException {
        if (streaming) {
            inDeltas(text);
        } else {
            say(dialect.text(text));
        }
    }

    void inDeltas(String text) throws IOException {
        for (int at = 0; at < text.length(); at += DELTA) {
            say(dialect.delta(piece(text, at)));
        }
        say(dialect.text(text));
    }

    /** The first words of a reply that is not finished. */
    void beginning(String text) throws IOException {
        say(dialect.delta(piece(text, 0)));
    }

    void error(String type, String message) throws IOException {
        say(dialect.error(type, message));
    }

    void stop() throws IOException {
        say(dialect.stop());
    }

    /** A frame of these lines, as they are. */
    void frame(String... lines) throws IOException {
        frame(List.of(lines));
    }

    private void say(List<ObjectNode> events) throws IOException {
        for (var event : events) {
            frame("data: " + event);
        }
    }

    private void frame(List<String> lines) throws IOException {
        var end = lineEnd.characters();
        out.write((String.join(end, lines) + end + end).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Never half a character outside the basic plane: a delta that would begin or end in one leaves it to the first. */
    private static String piece(String text, int at) {
        return text.substring(whole(text, at), whole(text, Math.min(text.length(), at + DELTA)));
    }

    private static int whole(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }
}
