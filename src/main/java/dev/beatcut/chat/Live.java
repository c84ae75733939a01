package dev.beatcut.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Turns as they are heard in this process, for those who listen. */
final class Live {

    /** One thing heard. */
    sealed interface Heard {
        record Text(String delta) implements Heard {}

        record Noted(Note note) implements Heard {}

        record Over() implements Heard {}
    }

    /** What was heard is kept once, however many listen and however slowly. */
    private static final class Turn {
        private final List<Heard> heard = new ArrayList<>();
        private int listeners;

        synchronized void joined() {
            listeners++;
        }

        synchronized boolean left() {
            return --listeners == 0 && heard.isEmpty();
        }

        synchronized void tell(Heard next) {
            heard.add(next);
            notifyAll();
        }

        synchronized Heard at(int place, Duration wait) throws InterruptedException {
            if (place == heard.size() && wait.isPositive()) {
                // None at all would be for ever.
                wait(Math.max(1, wait.toMillis()));
            }
            return place < heard.size() ? heard.get(place) : null;
        }
    }

    /** Hears a turn from its beginning, at its own pace. */
    final class Listener implements AutoCloseable {
        private final String id;
        private final Turn turn;
        private int place;

        private Listener(String id, Turn turn) {
            this.id = id;
            this.turn = turn;
        }

        /** What comes next, or null if nothing came in time. */
        Heard next(Duration wait) throws InterruptedException {
            var next = turn.at(place, wait);
            place += next == null ? 0 : 1;
            return next;
        }

        @Override
        public void close() {
            turns.computeIfPresent(id, (same, there) -> there == turn && there.left() ? null : there);
        }
    }

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    /** What was heard so far, and what will be. */
    Listener follow(String id) {
        return new Listener(id, turns.compute(id, (same, there) -> {
            var turn = there == null ? new Turn() : there;
            turn.joined();
            return turn;
        }));
    }

    void tell(String id, Heard heard) {
        turns.computeIfAbsent(id, unheard -> new Turn()).tell(heard);
    }

    void over(String id) {
        var turn = turns.remove(id);
        if (turn != null) {
            turn.tell(new Heard.Over());
        }
    }
}
