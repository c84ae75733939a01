package dev.beatcut.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** Turns as they are heard in this process, for those who listen. */
final class Live {

    /** One thing heard. */
    sealed interface Heard {
        record Text(String delta) implements Heard {}

        record Noted(Note note) implements Heard {}

        record Over() implements Heard {}
    }

    private static final class Turn {
        private final List<Heard> soFar = new ArrayList<>();
        private final List<BlockingQueue<Heard>> listeners = new ArrayList<>();

        synchronized BlockingQueue<Heard> follow() {
            var queue = new LinkedBlockingQueue<>(soFar);
            listeners.add(queue);
            return queue;
        }

        synchronized void tell(Heard heard) {
            soFar.add(heard);
            listeners.forEach(listener -> listener.add(heard));
        }

        synchronized boolean left(BlockingQueue<Heard> queue) {
            listeners.remove(queue);
            return listeners.isEmpty() && soFar.isEmpty();
        }
    }

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    /** What was heard so far, and what will be. */
    BlockingQueue<Heard> follow(String id) {
        return turns.computeIfAbsent(id, unheard -> new Turn()).follow();
    }

    void leave(String id, BlockingQueue<Heard> queue) {
        turns.computeIfPresent(id, (same, turn) -> turn.left(queue) ? null : turn);
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
