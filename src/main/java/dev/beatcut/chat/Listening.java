package dev.beatcut.chat;

import dev.beatcut.nemo.TurnListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Hears a turn: tells those who listen, and writes down what was said so far. */
final class Listening implements TurnListener {

    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(2);

    private final Diary diary;
    private final InstantSource clock;
    private final Translation translation = new Translation();
    private Instant lastWritten;
    private boolean unwritten;

    Listening(Diary diary, InstantSource clock) {
        this.diary = diary;
        this.clock = clock;
        this.lastWritten = clock.instant();
    }

    /** A renewed token or a rate limit may have taken longer than the lease. */
    @Override
    public void sending() {
        diary.check();
    }

    @Override
    public void text(String delta) {
        diary.sign();
        diary.tell(translation.add(delta));
        unwritten = true;
        write();
    }

    @Override
    public void alive() {
        diary.alive();
        write();
    }

    @Override
    public void tool(String name) {
        diary.alive();
    }

    private void write() {
        var now = clock.instant();
        if (unwritten && now.isAfter(lastWritten.plus(WRITTEN_EVERY))) {
            diary.write(diary.turn().saying(translation.whole(), now));
            unwritten = false;
            lastWritten = now;
        }
    }

    /** The sentence that had no end yet is told as well. */
    void over() {
        diary.tell(translation.rest());
    }
}
