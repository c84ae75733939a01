package dev.beatcut.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.chat.Live.Heard;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A turn as server-sent events: {@code text} with the next words, {@code note} as a sign of life, {@code done} with the
 * whole turn, and comments that keep the connection. Who leaves misses them; the turn goes on.
 */
@Singleton
public final class TurnStream {

    private static final long LOOK_EVERY_MS = 1000;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final Turns turns;
    private final ObjectMapper json;
    private final InstantSource clock;

    TurnStream(Turns turns, ObjectMapper json, InstantSource clock) {
        this.turns = turns;
        this.json = json;
        this.clock = clock;
    }

    /** Until the turn is over or the listener has left; each listener has a virtual thread. */
    Multi<OutboundSseEvent> play(String id, Sse sse) {
        var stored = turns.stored(id);
        return Multi.createFrom().emitter(listener -> Thread.ofVirtual()
                .name("listener-" + id)
                .start(() -> play(id, new Playing(stored, listener, sse, clock.instant()), listener)));
    }

    private void play(String id, Playing playing, MultiEmitter<? super OutboundSseEvent> listener) {
        var heard = turns.live().follow(id);
        try {
            playing.until(heard);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            turns.live().leave(id, heard);
            listener.complete();
        }
    }

    private final class Playing {
        private final Supplier<TurnView> stored;
        private final MultiEmitter<? super OutboundSseEvent> listener;
        private final Sse sse;
        private Instant lastSent;
        private boolean spoke;

        Playing(Supplier<TurnView> stored, MultiEmitter<? super OutboundSseEvent> listener, Sse sse, Instant now) {
            this.stored = stored;
            this.listener = listener;
            this.sse = sse;
            this.lastSent = now;
        }

        /** A turn that runs in another process, or is over, is seen in the table alone. */
        void until(BlockingQueue<Heard> heard) throws InterruptedException {
            var turn = stored.get();
            while (!listener.isCancelled() && !(turn.status().isOver() && heard.isEmpty())) {
                var next = heard.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                if (next == null) {
                    keepAlive();
                } else {
                    tell(next);
                }
                if (next == null || next instanceof Heard.Over) {
                    turn = stored.get();
                }
            }
            if (!listener.isCancelled()) {
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
            try {
                return sse.newEventBuilder()
                        .name(name)
                        .data(json.writeValueAsString(data))
                        .build();
            } catch (JsonProcessingException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        private void send(OutboundSseEvent event) {
            listener.emit(event);
            lastSent = clock.instant();
        }
    }
}
