package dev.beatcut.nemo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;

/** Reads a stream to its end, or to the end of its time: a limit for all of it, and one for heartbeats only. */
final class TurnClock {

    private final InstantSource clock;
    private final Instant end;
    private final Instant leave;
    private final Duration silenceLimit;
    private Instant lastWork;

    /** @param leave when the caller has to go, whatever the limits say */
    TurnClock(InstantSource clock, Instant begun, Duration limit, Duration silenceLimit, Instant leave) {
        this.clock = clock;
        this.end = begun.plus(limit);
        this.leave = leave;
        this.silenceLimit = silenceLimit;
        this.lastWork = begun;
    }

    TurnOutcome read(Chunks reply, TurnReducer reducer) {
        var sse = new SseReader(reducer);
        try {
            for (var bytes = reply.next(left()); bytes != null; bytes = reply.next(left())) {
                var before = reducer.worked();
                sse.read(bytes, 0, bytes.length);
                lastWork = reducer.worked() > before ? clock.instant() : lastWork;
            }
            sse.end();
            return reducer.ended();
        } catch (IOException e) {
            sse.end();
            return reducer.cut();
        } catch (Chunks.Late e) {
            return clock.instant().isBefore(leave) ? reducer.timedOut() : reducer.left();
        }
    }

    private Duration left() throws Chunks.Late {
        var silenceEnds = lastWork.plus(silenceLimit);
        var over = Stream.of(silenceEnds, end, leave)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var left = Duration.between(clock.instant(), over);
        if (!left.isPositive()) {
            throw new Chunks.Late();
        }
        return left;
    }
}
