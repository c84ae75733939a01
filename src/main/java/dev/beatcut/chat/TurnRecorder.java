package dev.beatcut.chat;

import dev.beatcut.chat.Live.Heard;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A turn while it is worked on: what is written of it, and told to those who listen. */
final class TurnRecorder {

    private final Records<Turn> turns;
    private final Live live;
    private final InstantSource clock;
    private final Shift shift;
    private final Duration noteEvery;
    private final String stillWorking;
    private Versioned<Turn> stored;
    private Instant lastSign;
    private boolean spoke;

    TurnRecorder(
            Versioned<Turn> stored,
            Records<Turn> turns,
            Live live,
            InstantSource clock,
            Shift shift,
            Duration noteEvery,
            String stillWorking) {
        this.stored = stored;
        this.turns = turns;
        this.live = live;
        this.clock = clock;
        this.shift = shift;
        this.noteEvery = noteEvery;
        this.stillWorking = stillWorking;
        this.lastSign = clock.instant();
    }

    Turn turn() {
        return stored.value();
    }

    /** @throws Conflict if somebody else may be at it */
    void check() {
        shift.check();
    }

    /** @throws Conflict if somebody else may be at it */
    void write(Turn turn) {
        check();
        stored = turns.update(stored, turn, null);
    }

    /** Something was heard, whether or not it is told. */
    void sign() {
        lastSign = clock.instant();
    }

    void tell(String said) {
        if (!said.isEmpty()) {
            spoke = true;
            live.tell(turn().id(), new Heard.Text(said));
        }
    }

    void note(String text) {
        sign();
        var note = new Note(lastSign, text);
        live.tell(turn().id(), new Heard.Noted(note));
        write(turn().noted(note));
    }

    /** Time passes: where nothing is heard for long, that is told. */
    void alive() {
        shift.check();
        if (!clock.instant().isBefore(nextNote())) {
            note(stillWorking);
        }
    }

    Instant nextNote() {
        return lastSign.plus(noteEvery);
    }

    void end(Ending ending) {
        write(turn().over(ending, clock.instant()));
        if (spoke && !ending.ownWords().isEmpty()) {
            tell("\n\n" + ending.ownWords());
        }
    }
}
