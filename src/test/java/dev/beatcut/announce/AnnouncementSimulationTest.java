package dev.beatcut.announce;

import static dev.beatcut.announce.Stage.HOOK;
import static dev.beatcut.announce.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.observe.Observer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Many histories of one end that is told: destinations that fail at random, come back, are gone; a process that
 * dies between telling and storing; an audience that changes on the way; a caller who asks for it again.
 */
class AnnouncementSimulationTest {

    private static final int HISTORIES = 5_000;
    private static final URI SECOND = URI.create("https://second.example/");

    /** One destination of one history. */
    private static final class Unsteady implements Channel {
        final List<Instant> calls = new ArrayList<>();
        final List<String> ids = new ArrayList<>();
        private final SplittableRandom chance;
        private final double good;
        private final double gone;
        private Instant now;
        int answered;
        int answeredLatest;
        boolean refusedForEver;

        Unsteady(SplittableRandom chance) {
            this.chance = chance;
            this.good = new double[] {0, 0.1, 0.5, 0.9}[chance.nextInt(4)];
            this.gone = chance.nextInt(4) == 0 ? 0.05 : 0;
        }

        @Override
        public Outcome tell(Audience audience, Happening what) {
            calls.add(now);
            ids.add(what.id());
            if (chance.nextDouble() < gone) {
                refusedForEver = true;
                return new Outcome.GivenUp(410, "Gone.");
            }
            if (chance.nextDouble() < good) {
                answered++;
                answeredLatest += SECOND.equals(audience.webhook()) ? 1 : 0;
                return new Outcome.Delivered(200);
            }
            return new Outcome.Failed(503, null, chance.nextInt(3) == 0 ? Duration.ofSeconds(90) : null);
        }
    }

    /** One end, the row that it is kept in, and whoever finds it due. */
    private static final class History {
        private final SplittableRandom chance;
        private final Map<Destination, Unsteady> channels = new EnumMap<>(Destination.class);
        private final Announcer announcer;
        private Instant now = START;
        private Announcement stored = Announcement.to(new Audience(HOOK, "first"), START);
        private boolean changed;
        private int asked;
        private int deaths;

        History(long seed) {
            chance = new SplittableRandom(seed);
            for (var destination : Destination.values()) {
                channels.put(destination, new Unsteady(chance.split()));
            }
            announcer = new Announcements(Map.copyOf(channels), () -> now, chance.split(), Observer.NONE);
        }

        void run() {
            while (stored.due().isPresent()) {
                var due = stored.due().get();
                now = due.isAfter(now) ? due : now;
                step();
            }
        }

        private void step() {
            channels.values().forEach(one -> one.now = now);
            var owed = owed();
            var before = calls();
            var after = announcer.tell(stored, Stage.completed());
            assertOnlyOwedWereCalled(owed, before);
            if (deaths < 5 && chance.nextInt(5) == 0) {
                deaths++; // nothing of it was stored: whoever comes next begins where this one began
                now = now.plusSeconds(30);
                return;
            }
            assertNextTriesFollowTheBackoff(after);
            stored = chance.nextInt(10) == 0 ? Stage.stored(after) : after;
            meddle();
        }

        private Set<Destination> owed() {
            var owed = EnumSet.noneOf(Destination.class);
            stored.progress().forEach((destination, progress) -> {
                if (progress.next() != null && !progress.next().isAfter(now)) {
                    owed.add(destination);
                }
            });
            return owed;
        }

        private Map<Destination, Integer> calls() {
            var calls = new EnumMap<Destination, Integer>(Destination.class);
            channels.forEach((destination, one) -> calls.put(destination, one.calls.size()));
            return calls;
        }

        /** Every one of them, whatever the others did; and nobody whose success or waiting time was stored. */
        private void assertOnlyOwedWereCalled(Set<Destination> owed, Map<Destination, Integer> before) {
            channels.forEach((destination, one) -> {
                var called = one.calls.size() - before.get(destination);
                if (called != (owed.contains(destination) ? 1 : 0)) {
                    throw new AssertionError(destination + " was called " + called + " times, owed: " + owed);
                }
            });
        }

        private void assertNextTriesFollowTheBackoff(Announcement after) {
            for (var tried : after.deliveries()) {
                if (tried.at().equals(now) && tried.next() != null) {
                    var own = tried.destination().backoff().delays().get(tried.attempt() - 1);
                    var wait = Duration.between(now, tried.next());
                    var longest = own.multipliedBy(11).dividedBy(10);
                    var most = longest.compareTo(Duration.ofSeconds(90)) > 0 ? longest : Duration.ofSeconds(90);
                    if (wait.compareTo(own) < 0 || wait.compareTo(most) > 0) {
                        throw new AssertionError(tried + " waits " + wait);
                    }
                }
            }
        }

        /** A caller names another webhook, or asks for the end once more. */
        private void meddle() {
            if (!changed && chance.nextInt(10) == 0) {
                changed = true;
                stored = stored.to(new Audience(SECOND, null));
                assertThat(stored.due(Destination.WEBHOOK, now)).isTrue();
            }
            if (asked < 2 && chance.nextInt(15) == 0) {
                asked++;
                stored = stored.again(now);
                assertThat(stored.due(Destination.WEBHOOK, now)).isTrue();
            }
        }

        void check() {
            channels.forEach((destination, one) -> {
                assertThat(one.ids).as("ids told to %s", destination).containsOnly("evt_1");
                var end = stored.progress().get(destination);
                assertThat(end.delivered() || end.givenUp()).isTrue();
                if (end.delivered()) {
                    assertThat(one.answered).as("%s was told", destination).isPositive();
                }
                var tries = destination.backoff().delays().size() + 1;
                if (end.givenUp() && !one.refusedForEver) {
                    assertThat(one.calls.size()).as("tries at %s", destination).isGreaterThanOrEqualTo(tries);
                }
            });
            var webhook = channels.get(Destination.WEBHOOK);
            if (changed && stored.progress().get(Destination.WEBHOOK).delivered()) {
                assertThat(webhook.answeredLatest).as("the latest webhook").isPositive();
            }
            assertThat(stored.deliveries()).hasSizeLessThanOrEqualTo(20);
        }
    }

    @Test
    void whoever_answers_is_told_at_least_once_under_one_id_and_not_again_once_that_is_stored() {
        int deaths = 0;
        int delivered = 0;
        int changed = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            var history = new History(seed);
            try {
                history.run();
                history.check();
            } catch (AssertionError broken) {
                throw new AssertionError("Seed " + seed, broken);
            }
            deaths += history.deaths;
            changed += history.changed ? 1 : 0;
            delivered += (int) history.stored.progress().values().stream()
                    .filter(Progress::delivered)
                    .count();
        }
        assertThat(deaths).isGreaterThan(HISTORIES / 2);
        assertThat(changed).isGreaterThan(HISTORIES / 10);
        assertThat(delivered).isGreaterThan(HISTORIES);
    }
}
