package dev.beatcut.state;

import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Observer;
import dev.beatcut.observe.Trail;
import dev.beatcut.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Rounds over everything that is due, of every kind; any number may run, here and elsewhere. Each begins at another
 * shard, so that those who come later find most of it done.
 */
public final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private static final int A_PAGE = 500;

    /** So long a full page may keep the next one waiting: what takes longer goes on beside it. */
    private static final Duration PAGE_AT_MOST = Duration.ofSeconds(5);

    private final Table table;
    private final List<Carrier> carriers;
    private final Map<Carrier, Semaphore> places = new HashMap<>();
    private final InstantSource clock;
    private final ExecutorService threads;
    private final RandomGenerator random;
    private final Observer observer;
    private final Map<String, Integer> dueByKind = new ConcurrentSkipListMap<>();
    private final Set<Key> underWay = ConcurrentHashMap.newKeySet();

    public Sweep(
            Table table,
            List<Carrier> carriers,
            InstantSource clock,
            ExecutorService threads,
            RandomGenerator random,
            Observer observer) {
        this.table = table;
        this.carriers = List.copyOf(carriers);
        this.clock = clock;
        this.threads = threads;
        this.random = random;
        this.observer = observer;
        this.carriers.forEach(carrier -> places.put(carrier, new Semaphore(carrier.atOnce())));
    }

    /**
     * Starts the next step of whatever is due, once each; what is slow holds up nothing else.
     *
     * @param leave when this process has to go: nothing more is started then
     * @return a future for each step, which never fails
     */
    public List<CompletableFuture<Void>> round(Instant leave) {
        int first = random.nextInt(Table.SHARDS);
        dueByKind.replaceAll((kind, before) -> 0);
        var started = new ArrayList<CompletableFuture<Void>>();
        boolean looked = false;
        for (int i = 0; i < Table.SHARDS; i++) {
            looked |= drainIfThere((first + i) % Table.SHARDS, leave, started);
        }
        if (looked) {
            tellHowMany();
        }
        return started;
    }

    private void tellHowMany() {
        dueByKind.forEach((kind, count) -> observer.see(Measure.DUE, count, kind));
        int all = dueByKind.values().stream().mapToInt(Integer::intValue).sum();
        observer.see(Measure.DUE, all, "all");
    }

    /** A partition is named after the room whose things are in it. */
    private void count(Key key) {
        dueByKind.merge(key.partition().split("/", 2)[0], 1, Integer::sum);
    }

    /** What cannot be read now holds up nothing that can. */
    private boolean drainIfThere(int shard, Instant leave, List<CompletableFuture<Void>> started) {
        try {
            drain(shard, leave, started);
            return true;
        } catch (Problem notNow) {
            LOG.warnf("What is due in shard %d is left to the next round: %s", shard, notNow.getMessage());
            return false;
        }
    }

    private void drain(int shard, Instant leave, List<CompletableFuture<Void>> started) {
        var seen = new HashSet<Key>();
        var now = clock.instant();
        boolean more = true;
        while (more && clock.instant().isBefore(leave)) {
            int limit = A_PAGE + underWay.size();
            var keys = table.due(shard, now, limit);
            var steps = keys.stream()
                    .filter(seen::add)
                    .peek(this::count)
                    .flatMap(key -> carriers.stream()
                            .filter(carrier -> carrier.carries(key) && underWay.add(key))
                            .map(carrier -> step(carrier, key, leave)))
                    .toList();
            started.addAll(steps);
            more = keys.size() == limit && !steps.isEmpty();
            if (more) {
                await(steps);
            }
        }
    }

    private static void await(List<CompletableFuture<Void>> steps) {
        CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PAGE_AT_MOST.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private CompletableFuture<Void> step(Carrier carrier, Key key, Instant leave) {
        return CompletableFuture.runAsync(Trail.carried(() -> inTurn(carrier, key, leave)), threads)
                .handle((nothing, failure) -> {
                    underWay.remove(key);
                    if (failure != null) {
                        LOG.errorf(failure, "What is due at %s could not be carried on", key);
                    }
                    return null;
                });
    }

    private void inTurn(Carrier carrier, Key key, Instant leave) {
        var place = places.get(carrier);
        place.acquireUninterruptibly();
        try {
            if (clock.instant().isBefore(leave)) {
                carrier.carryOn(key, leave);
            }
        } finally {
            place.release();
        }
    }
}
