package dev.beatcut.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.chat.Live.Heard;
import dev.beatcut.observe.Trail;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A turn as server-sent events: {@code text} with the next words, {@code note} as a sign of life, {@code done} with the
 * whole turn, and comments that keep the connection. Who leaves misses them; who does not read for 30 s, or listens for
 * longer than is allowed here, is left with {@code left}; the turn goes on.
 */
@Singleton
public final class TurnStream {

    private static final Logger LOG = Logger.getLogger(TurnStream.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Function<String, Supplier<TurnView>> turns;
    private final Live live;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Executor threads;
    private final Duration patience;
    private final Optional<Duration> longest;

    @Inject
    TurnStream(Turns turns, ObjectMapper json, InstantSource clock, ChatConfig config) {
        this(
                turns::stored,
                turns.live(),
                json,
                clock,
                Thread.ofVirtual().name("listener-", 0)::start,
                PATIENCE,
                config.listening());
    }

    TurnStream(
            Function<String, Supplier<TurnView>> turns,
            Live live,
            ObjectMapper json,
            InstantSource clock,
            Executor threads,
            Duration patience,
            Optional<Duration> longest) {
        this.turns = turns;
        this.live = live;
        this.json = json;
        this.clock = clock;
        this.threads = threads;
        this.patience = patience;
        this.longest = longest;
    }

    /** Until the turn is over, the time is up, or the listener has left; each listener has a virtual thread. */
    Multi<OutboundSseEvent> play(String id, Sse sse) {
        var stored = turns.apply(id);
        return Multi.createFrom().emitter(listener -> {
            var playing = new Playing(id, stored, new Outlet<>(listener, patience), sse, clock.instant());
            threads.execute(Trail.carried(() -> play(id, playing)));
        });
    }

    private void play(String id, Playing playing) {
        try (var heard = live.follow(id)) {
            if (!playing.until(heard)) {
                playing.leave();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreadable) {
            LOG.errorf(unreadable, "%s could not be told", id);
            playing.leave();
        } finally {
            playing.outlet.end();
        }
    }

    private final class Playing {
        private final String id;
        private final Supplier<TurnView> stored;
        private final Outlet<OutboundSseEvent> outlet;
        private final Sse sse;
        private final Instant last;
        private Instant lastSent;
        private boolean spoke;

        Playing(String id, Supplier<TurnView> stored, Outlet<OutboundSseEvent> outlet, Sse sse, Instant now) {
            this.id = id;
            this.last = longest.map(now::plus).orElse(Instant.MAX);
            this.stored = stored;
            this.outlet = outlet;
            this.sse = sse;
            this.lastSent = now;
        }

        /**
         * A turn that runs in another process, or is over, is seen in the table alone.
         *
         * @return false if the listener has left or reads nothing, or his time is up
         */
        boolean until(Live.Listener heard) throws InterruptedException {
            var turn = stored.get();
            for (var next = heard.next(wait(turn)); next != null || !isOver(turn); next = heard.next(wait(turn))) {
                if (!(next == null ? keepAlive() : tell(next))
                        || !clock.instant().isBefore(last)) {
                    return false;
                }
                if (next == null || next instanceof Heard.Over) {
                    turn = stored.get();
                }
            }
            return finish(turn);
        }

        /** A turn that spoke here tells its end here. */
        private Duration wait(TurnView turn) {
            var look = isOver(turn) ? Duration.ZERO : spoke ? KEEP_ALIVE : LOOK_EVERY;
            var left = Duration.between(clock.instant(), last);
            return left.compareTo(look) < 0 ? left : look;
        }

        private static boolean isOver(TurnView turn) {
            return turn.status().isOver();
        }

        private boolean tell(Heard heard) throws InterruptedException {
            return switch (heard) {
                case Heard.Text(var delta) -> {
                    spoke = true;
                    yield send(event("text", Map.of("text", delta)));
                }
                case Heard.Noted(var note) -> send(event("note", note));
                case Heard.Over() -> outlet.isOpen();
            };
        }

        private boolean finish(TurnView turn) throws InterruptedException {
            var unsaid = !spoke && turn.reply() != null && !turn.reply().isEmpty();
            return (!unsaid || send(event("text", Map.of("text", turn.reply())))) && send(event("done", turn));
        }

        private boolean keepAlive() throws InterruptedException {
            return lastSent.plus(KEEP_ALIVE).isBefore(clock.instant())
                    ? send(sse.newEventBuilder().comment("keep-alive").build())
                    : outlet.isOpen();
        }

        void leave() {
            outlet.end(event("left", Map.of("next", "The turn goes on: ask GET /turns/" + id + "?wait=20.")));
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

        private boolean send(OutboundSseEvent event) throws InterruptedException {
            lastSent = clock.instant();
            return outlet.send(event);
        }
    }
}
