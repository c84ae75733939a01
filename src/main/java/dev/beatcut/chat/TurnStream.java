package dev.beatcut.chat;

import dev.beatcut.chat.Live.Heard;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A turn as server-sent events: {@code text} with the next words, {@code note} as a sign of life, {@code done} with the
 * whole turn, and comments that keep the connection. Who leaves misses them; the turn goes on.
 */
@Singleton
public final class TurnStream {

    private static final long LOOK_EVERY_MS = 1000;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final Turns turns;
    private final InstantSource clock;

    TurnStream(Turns turns, InstantSource clock) {
        this.turns = turns;
        this.clock = clock;
    }

    /** Blocks until the turn is over or the listener has left. */
    void play(String id, SseEventSink sink, Sse sse) {
        var heard = turns.live().follow(id);
        try (sink) {
            new Playing(id, sink, sse, clock.instant()).until(heard);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            turns.live().leave(id, heard);
        }
    }

    private final class Playing {
        private final String id;
        private final SseEventSink sink;
        private final Sse sse;
        private Instant lastSent;
        private boolean spoke;

        Playing(String id, SseEventSink sink, Sse sse, Instant now) {
            this.id = id;
            this.sink = sink;
            this.sse = sse;
            this.lastSent = now;
        }

        /** A turn that runs in another process, or is over, is seen in the table alone. */
        void until(BlockingQueue<Heard> heard) throws InterruptedException {
            var turn = turns.get(id, Duration.ZERO);
            while (!sink.isClosed() && !(turn.status().isOver() && heard.isEmpty())) {
                var next = heard.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                if (next == null) {
                    keepAlive();
                } else {
                    tell(next);
                }
                if (next == null || next instanceof Heard.Over) {
                    turn = turns.get(id, Duration.ZERO);
                }
            }
            if (!sink.isClosed()) {
                finish(turn);
            }
        }

        private void tell(Heard heard) {
            switch (heard) {
                case Heard.Text(var delta) -> {
                    spoke = true;
                    send(event("text", Map.of("text", delta)));
                }
                case Heard.Noted(var note) -> send(event("note", note));
                case Heard.Over() -> {}
            }
        }

        private void finish(TurnView turn) {
            if (!spoke && turn.reply() != null && !turn.reply().isEmpty()) {
                send(event("text", Map.of("text", turn.reply())));
            }
            send(event("done", turn));
        }

        private void keepAlive() {
            if (lastSent.plus(KEEP_ALIVE).isBefore(clock.instant())) {
                send(sse.newEventBuilder().comment("keep-alive").build());
            }
        }

        private OutboundSseEvent event(String name, Object data) {
            return sse.newEventBuilder()
                    .name(name)
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(data)
                    .build();
        }

        private void send(OutboundSseEvent event) {
            sink.send(event).toCompletableFuture().join();
            lastSent = clock.instant();
        }
    }
}
