package dev.beatcut.chat;

import dev.beatcut.nemo.TurnListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Hears a turn: tells those who listen, and writes down what was said so far. */
final class Listening implements TurnListener {

    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(2);

    private final TurnRecorder recorder;
    private final InstantSource clock;
    private final Translation translation = new Translation();
    private Instant lastWritten;
    private boolean unwritten;

    Listening(TurnRecorder recorder, InstantSource clock) {
        this.recorder = recorder;
        this.clock = clock;
        this.lastWritten = clock.instant();
    }

    /** A renewed token or a rate limit may have taken longer than the lease. */
    @Override
    public void sending() {
        recorder.check();
    }

    @Override
    public void text(String delta) {
        recorder.sign();
        recorder.tell(translation.add(delta));
        unwritten = true;
        write();
    }

    @Override
    public void alive() {
        recorder.alive();
        write();
    }

    @Override
    public void tool(String name) {
        recorder.alive();
    }

    private void write() {
        var now = clock.instant();
        if (unwritten && now.isAfter(lastWritten.plus(WRITTEN_EVERY))) {
            recorder.write(recorder.turn().saying(translation.whole(), now));
            unwritten = false;
            lastWritten = now;
        }
    }

    /** The sentence that had no end yet is told as well. */
    void over() {
        recorder.tell(translation.rest());
    }
}
