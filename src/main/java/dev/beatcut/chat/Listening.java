package dev.beatcut.chat;

import dev.beatcut.chat.Live.Heard;
import dev.beatcut.nemo.TurnListener;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Hears a turn: tells those who listen, and keeps what was said so far. */
final class Listening implements TurnListener {

    private static final Duration KEPT_EVERY = Duration.ofSeconds(2);

    private final Records<Turn> turns;
    private final Live live;
    private final InstantSource clock;
    private final Duration noteEvery;
    private final String stillWorking;
    private final Translation translation = new Translation();
    private Versioned<Turn> stored;
    private Instant lastSign;
    private Instant lastKept;

    Listening(
            Versioned<Turn> sending,
            Records<Turn> turns,
            Live live,
            InstantSource clock,
            Duration noteEvery,
            String stillWorking) {
        this.stored = sending;
        this.turns = turns;
        this.live = live;
        this.clock = clock;
        this.noteEvery = noteEvery;
        this.stillWorking = stillWorking;
        this.lastSign = clock.instant();
        this.lastKept = lastSign;
    }

    @Override
    public void text(String delta) {
        lastSign = clock.instant();
        tell(translation.add(delta));
        if (lastSign.isAfter(lastKept.plus(KEPT_EVERY))) {
            keep(stored.value().saying(translation.whole()));
        }
    }

    @Override
    public void alive() {
        var now = clock.instant();
        if (!now.isBefore(lastSign.plus(noteEvery))) {
            lastSign = now;
            var note = new Note(now, stillWorking);
            live.tell(stored.value().id(), new Heard.Noted(note));
            keep(stored.value().saying(translation.whole()).noted(note));
        }
    }

    private void tell(String said) {
        if (!said.isEmpty()) {
            live.tell(stored.value().id(), new Heard.Text(said));
        }
    }

    private void keep(Turn turn) {
        stored = turns.update(stored, turn, null);
        lastKept = clock.instant();
    }

    String soFar() {
        return translation.whole();
    }

    /** The turn as it is stored now; the sentence that had no end yet is told as well. */
    Versioned<Turn> stored() {
        tell(translation.rest());
        return stored;
    }
}
