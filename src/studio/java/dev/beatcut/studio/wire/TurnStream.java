package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.studio.library.Turn;
import dev.beatcut.studio.library.TurnEvent;
import dev.beatcut.studio.library.Turns;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Watches one turn and tells what it sees, as frames {@code data: <json>}, until the turn is over or the client is gone.
 * The turn itself goes on without it.
 */
final class TurnStream implements StreamingOutput {

    private static final long LOOK_EVERY_MS = 250;
    private static final int DELTA = 24;

    private final Turns turns;
    private final String turn;
    private final BlockingQueue<TurnEvent> seen;
    private final AdkEvents events;
    private final Duration heartbeat;
    private final boolean streaming;

    TurnStream(
            Turns turns,
            String turn,
            BlockingQueue<TurnEvent> seen,
            AdkEvents events,
            Duration heartbeat,
            boolean streaming) {
        this.turns = turns;
        this.turn = turn;
        this.seen = seen;
        this.events = events;
        this.heartbeat = heartbeat;
        this.streaming = streaming;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try {
            send(out, AdkEvents.heartbeat());
            watch(out);
            end(out, turns.turn(turn));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            turns.leave(turn);
        }
    }

    private void watch(OutputStream out) throws IOException, InterruptedException {
        long silentSince = System.nanoTime();
        while (true) {
            var event = seen.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            if (event != null) {
                send(out, events.tool(event));
                silentSince = System.nanoTime();
            } else if (turns.turn(turn).isOver() && seen.isEmpty()) {
                return;
            } else if (System.nanoTime() - silentSince >= heartbeat.toNanos()) {
                send(out, AdkEvents.heartbeat());
                silentSince = System.nanoTime();
            }
        }
    }

    private void end(OutputStream out, Turn over) throws IOException {
        if (over.failure() != null) {
            send(out, events.error("TurnFailed", over.failure()));
            return;
        }
        if (streaming) {
            for (int at = 0; at < over.reply().length(); at += DELTA) {
                send(out, events.delta(piece(over.reply(), at)));
            }
        }
        send(out, events.text(over.reply()));
    }

    /** Never half a character outside the basic plane: a delta that would begin or end in one leaves it to the first. */
    private static String piece(String text, int at) {
        return text.substring(whole(text, at), whole(text, Math.min(text.length(), at + DELTA)));
    }

    private static int whole(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private static void send(OutputStream out, JsonNode event) throws IOException {
        out.write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
