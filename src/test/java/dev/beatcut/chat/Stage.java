package dev.beatcut.chat;

import dev.beatcut.state.Clockwork;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Several processes on one clock, one of them at a time, in an order that a seed decides; they may freeze and die. */
final class Stage implements InstantSource, Pause, Heart {

    static final class Killed extends Error {}

    private static final class Actor {
        private final Semaphore go = new Semaphore(0);
        private Instant wakes = Clockwork.START;
        private Instant frozenUntil = Clockwork.START;
        private boolean dead;
        private boolean over;
        private Throwable failure;
    }

    private static final class Beat {
        private final Actor actor;
        private final Duration every;
        private final Runnable beat;
        private Instant next;

        Beat(Actor actor, Duration every, Runnable beat, Instant next) {
            this.actor = actor;
            this.every = every;
            this.beat = beat;
            this.next = next;
        }
    }

    final Random random;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Beat> beats = new ArrayList<>();
    private final Semaphore director = new Semaphore(0);
    private final ThreadLocal<Actor> me = new ThreadLocal<>();
    private Instant now = Clockwork.START;

    Stage(long seed) {
        this.random = new Random(seed);
    }

    void enters(Runnable part) {
        var actor = new Actor();
        actors.add(actor);
        Thread.ofVirtual().start(() -> {
            actor.go.acquireUninterruptibly();
            me.set(actor);
            try {
                part.run();
            } catch (Throwable failure) {
                actor.failure = failure;
            }
            actor.over = true;
            director.release();
        });
    }

    /** Until everybody's part is over. */
    void play() {
        while (actors.stream().anyMatch(actor -> !actor.over)) {
            var ready = actors.stream()
                    .filter(actor -> !actor.over && !actor.wakes.isAfter(now))
                    .toList();
            if (ready.isEmpty()) {
                passTime();
            } else {
                ready.get(random.nextInt(ready.size())).go.release();
                director.acquireUninterruptibly();
            }
        }
        actors.stream().filter(actor -> actor.failure != null).findFirst().ifPresent(actor -> {
            throw new AssertionError(actor.failure);
        });
    }

    private void passTime() {
        now = Stream.concat(
                        actors.stream().filter(actor -> !actor.over).map(actor -> actor.wakes),
                        beats.stream().map(beat -> beat.next))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        for (var beat : List.copyOf(beats)) {
            if (!beat.next.isAfter(now)) {
                var frozen = beat.actor.frozenUntil.isAfter(now);
                beat.next = frozen ? beat.actor.frozenUntil : now.plus(beat.every);
                if (!frozen) {
                    beat.beat.run();
                }
            }
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void of(Duration wait) {
        me.get().wakes = now.plus(wait);
        director.release();
        me.get().go.acquireUninterruptibly();
    }

    @Override
    public Runnable beat(Duration every, Runnable beat) {
        var added = new Beat(me.get(), every, beat, now.plus(every));
        beats.add(added);
        return () -> beats.remove(added);
    }

    /** A point where another may go on first, or where one may die. */
    void passing(double dies) {
        var actor = me.get();
        if (actor == null) {
            return; // a heart
        }
        if (actor.dead || random.nextDouble() < dies) {
            actor.dead = true;
            throw new Killed();
        }
        of(Duration.ZERO);
    }

    /** As long as a machine may sleep. */
    void freezes(double perhaps) {
        var actor = me.get();
        if (actor != null && !actor.dead && random.nextDouble() < perhaps) {
            actor.frozenUntil = now.plusSeconds(random.nextInt(400));
            of(Duration.between(now, actor.frozenUntil));
        }
    }

    /** Another process in the place of one that died. */
    void restart() {
        me.get().dead = false;
        beats.removeIf(beat -> beat.actor == me.get());
        of(Duration.ofSeconds(random.nextInt(60)));
    }
}
