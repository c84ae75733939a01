package dev.beatcut.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes only when somebody waits, and what beats in it. */
public final class Clockwork implements InstantSource, Pause, Heart {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final class Beat {
        private final Duration every;
        private final Runnable beat;
        private Instant next;

        Beat(Duration every, Runnable beat, Instant next) {
            this.every = every;
            this.beat = beat;
            this.next = next;
        }
    }

    private final List<Beat> beats = new ArrayList<>();
    private Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    /** Since the start. */
    public Duration passed() {
        return Duration.between(START, now);
    }

    @Override
    public void of(Duration wait) {
        var until = now.plus(wait);
        for (var due = next(until); due != null; due = next(until)) {
            now = due.next;
            due.next = due.next.plus(due.every);
            due.beat.run();
        }
        now = until;
    }

    /** Time passes in which the whole process stands still, its heart as well. */
    public void freeze(Duration time) {
        now = now.plus(time);
    }

    private Beat next(Instant until) {
        return beats.stream()
                .filter(beat -> !beat.next.isAfter(until))
                .min(Comparator.comparing(beat -> beat.next))
                .orElse(null);
    }

    @Override
    public Runnable beat(Duration every, Runnable beat) {
        var added = new Beat(every, beat, now.plus(every));
        beats.add(added);
        return () -> beats.remove(added);
    }

    /** The process is dead: nothing beats for it any more. */
    public void stopBeats() {
        beats.clear();
    }
}
