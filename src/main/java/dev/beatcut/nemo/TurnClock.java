package dev.beatcut.nemo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Reads the reply to a turn to its end, or to the end of its time ({@link Late}): a limit for all of it, one for
 * heartbeats only, and the moment at which the caller has to go. While nothing at all comes it lets the listener breathe.
 */
final class TurnClock {

    /** How often a listener hears that time passes, at least. */
    static final Duration BREATH = Duration.ofSeconds(15);

    private final InstantSource clock;
    private final Instant end;
    private final Instant leave;
    private final Duration silenceLimit;
    private final TurnListener listener;
    private Instant lastWork;

    /** @param leave when the caller has to go, whatever the limits say */
    TurnClock(InstantSource clock, Duration limit, Duration silenceLimit, Instant leave, TurnListener listener) {
        this.clock = clock;
        this.lastWork = clock.instant();
        this.end = lastWork.plus(limit);
        this.leave = leave;
        this.silenceLimit = silenceLimit;
        this.listener = listener;
    }

    ReplyHead head(StreamedReply reply) throws IOException, Late {
        return patiently(reply::head);
    }

    /** Gives the stream to {@code reducer}, also what came of it before it broke or its time was up. */
    void stream(StreamedReply reply, TurnReducer reducer) throws IOException, Late {
        var sse = new SseReader(reducer);
        try {
            for (var bytes = patiently(reply::next); bytes != null; bytes = patiently(reply::next)) {
                var before = reducer.worked();
                sse.read(bytes, 0, bytes.length);
                lastWork = reducer.worked() > before ? clock.instant() : lastWork;
            }
        } catch (IOException | Late e) {
            sse.end();
            throw e;
        }
        sse.end();
    }

    /** The whole body, at most {@code limit} bytes of it. */
    byte[] whole(StreamedReply reply, int limit) throws IOException, Late {
        return StreamedReply.whole(limit, () -> patiently(reply::next));
    }

    boolean timeToLeave() {
        return !clock.instant().isBefore(leave);
    }

    private interface Coming<T> {
        T within(Duration wait) throws IOException, Late;
    }

    private <T> T patiently(Coming<T> coming) throws IOException, Late {
        while (true) {
            var left = left();
            try {
                return coming.within(left.compareTo(BREATH) < 0 ? left : BREATH);
            } catch (Late nothingYet) {
                listener.alive();
            }
        }
    }

    private Duration left() throws Late {
        var over = Stream.of(lastWork.plus(silenceLimit), end, leave)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var left = Duration.between(clock.instant(), over);
        if (!left.isPositive()) {
            throw new Late();
        }
        return left;
    }
}
