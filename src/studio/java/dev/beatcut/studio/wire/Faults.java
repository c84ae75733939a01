package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.StudioSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The fault mode, off by default: a studio that works and misbehaves as asked. What happens to a request hangs on the
 * seed, on what it asks for and on how many asked for the same before, not on the time and on threads.
 */
@Singleton
final class Faults {

    private static final Logger LOG = Logger.getLogger(Faults.class);
    private static final long LARGEST_SEED = 1_000_000;

    private final List<FaultRule> rules;
    private final long seed;
    private final AtomicLongArray asked = new AtomicLongArray(Endpoint.values().length);

    @Inject
    Faults(StudioSettings settings) {
        this(settings.faults().orElse(List.of()), settings.faultSeed().orElseGet(() -> new SecureRandom()
                .nextLong(LARGEST_SEED)));
    }

    /** @throws IllegalArgumentException with a sentence on what is wrong and what there is */
    Faults(List<String> entries, long seed) {
        this.rules = read(entries);
        this.seed = seed;
    }

    void say(@Observes StartupEvent start) {
        if (!rules.isEmpty()) {
            var said = rules.stream().map(FaultRule::entry).collect(Collectors.joining(","));
            LOG.warnf("The studio misbehaves on purpose (seed %d): %s", seed, said);
        }
    }

    /** How the next request to {@code endpoint} is treated. */
    FaultPlan faultPlan(Endpoint endpoint) {
        if (rules.isEmpty()) {
            return FaultPlan.HONEST;
        }
        long number = asked.getAndIncrement(endpoint.ordinal());
        var drawn = new HashMap<Class<? extends Aspect>, Aspect>();
        byAspect(endpoint).forEach((aspect, candidates) -> {
            var random = generator(endpoint, number, aspect);
            var rule = draw(candidates, random);
            if (rule != null) {
                drawn.put(aspect, rule.draw().of(random));
            }
        });
        return new FaultPlan(drawn);
    }

    /** Shares of one aspect lie side by side, so that each has its own whole. */
    private static FaultRule draw(List<FaultRule> candidates, RandomGenerator random) {
        double roll = random.nextDouble(100);
        double reached = 0;
        FaultRule hit = null;
        for (var rule : candidates) {
            if (rule.spend()) {
                return rule;
            }
            reached += rule.share();
            hit = hit == null && roll < reached ? rule : hit;
        }
        return hit;
    }

    private RandomGenerator generator(Endpoint endpoint, long number, Class<? extends Aspect> aspect) {
        long place = 31L * endpoint.ordinal() + aspect.getSimpleName().hashCode();
        return new SplittableRandom(new SplittableRandom(seed * 1_000_003 + place).nextLong() + number);
    }

    private Map<Class<? extends Aspect>, List<FaultRule>> byAspect(Endpoint endpoint) {
        return rules.stream().filter(rule -> rule.meets(endpoint)).collect(Collectors.groupingBy(rule -> rule.fault()
                .aspect()));
    }

    private static List<FaultRule> read(List<String> entries) {
        try {
            var rules = entries.stream().map(FaultRule::of).toList();
            Arrays.stream(Endpoint.values()).forEach(endpoint -> shares(endpoint, rules));
            return rules;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("beatcut.studio.faults: " + wrong.getMessage() + ". There is: "
                    + Fault.list() + "; each also with @15% for a share of the requests, @once for the first, or"
                    + " :run for one kind of them.");
        }
    }

    private static void shares(Endpoint endpoint, List<FaultRule> rules) {
        rules.stream()
                .filter(rule -> rule.meets(endpoint))
                .collect(Collectors.groupingBy(rule -> rule.fault().aspect()))
                .values()
                .forEach(Faults::shares);
    }

    private static void shares(List<FaultRule> rivals) {
        if (rivals.stream().mapToDouble(FaultRule::share).sum() > 100) {
            throw new IllegalArgumentException(
                    rivals.stream().map(rule -> rule.fault().word()).collect(Collectors.joining(" and "))
                            + " exclude each other, and their shares are over 100%");
        }
    }
}
