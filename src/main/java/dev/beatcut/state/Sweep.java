package dev.beatcut.state;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** One round over everything that is due, of every kind; any number may run, here and elsewhere. */
public final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private static final int MOST_A_SHARD = 500;

    private final Table table;
    private final List<Carrier> carriers;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final RandomGenerator random;
    private final Set<Key> underWay = ConcurrentHashMap.newKeySet();

    public Sweep(
            Table table, List<Carrier> carriers, InstantSource clock, ExecutorService threads, RandomGenerator random) {
        this.table = table;
        this.carriers = List.copyOf(carriers);
        this.clock = clock;
        this.threads = threads;
        this.random = random;
    }

    /** Starts the next step of whatever is due; what is slow holds up nothing else. */
    public List<CompletableFuture<Void>> start() {
        int first = random.nextInt(Table.SHARDS);
        return IntStream.range(0, Table.SHARDS)
                .mapToObj(i -> table.due((first + i) % Table.SHARDS, clock.instant(), MOST_A_SHARD))
                .flatMap(List::stream)
                .flatMap(key -> carriers.stream()
                        .filter(carrier -> carrier.carries(key) && underWay.add(key))
                        .map(carrier -> carryOn(carrier, key)))
                .toList();
    }

    private CompletableFuture<Void> carryOn(Carrier carrier, Key key) {
        return CompletableFuture.runAsync(() -> carrier.carryOn(key), threads).whenComplete((nothing, failure) -> {
            underWay.remove(key);
            if (failure != null) {
                LOG.errorf(failure, "What is due at %s could not be carried on", key);
            }
        });
    }
}
