package dev.beatcut.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.nemo.AnonymousToken;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Key;
import dev.beatcut.state.Lease;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One anonymous token an owner, kept in the table and used by every process until it expires or is refused. Whoever
 * needs a new one takes the owner's lease first; the others wait for what it brings.
 */
final class Tokens {

    /** Longer than any request for a token takes, its one retry included. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Records<UpstreamToken> records;
    private final Lease lease;
    private final InstantSource clock;
    private final Function<String, AnonymousToken> source;
    private final Patience patience;
    private final Supplier<String> ids;
    private final String upstream;

    /**
     * @param source from a client id
     * @param upstream name of the upstream: a token of one is never shown to another
     */
    Tokens(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Function<String, AnonymousToken> source,
            Patience patience,
            Supplier<String> ids,
            String upstream) {
        this.records = Records.of(table, json, UpstreamToken.class, clock);
        this.lease = new Lease(table, json, clock, LEASE);
        this.clock = clock;
        this.source = source;
        this.patience = patience;
        this.ids = ids;
        this.upstream = upstream;
    }

    /** @param refused the token that the upstream has just refused, or null */
    UpstreamToken of(Owner owner, String refused) {
        var giveUp = clock.instant().plus(LEASE);
        var stored = stored(owner);
        while (!stored.value().usable(clock.instant(), refused)) {
            var held = lease.take(leaseKey(owner), ids.get());
            if (held.isPresent()) {
                return acquireHolding(owner, refused, held.get());
            }
            if (clock.instant().isAfter(giveUp)) {
                throw busy();
            }
            patience.pause(GLANCE);
            stored = stored(owner);
        }
        return stored.value();
    }

    private UpstreamToken acquireHolding(Owner owner, String refused, Lease.Held held) {
        try {
            var known = stored(owner).value(); // again: who held the lease before may have brought one
            return known.usable(clock.instant(), refused) ? known : acquire(owner, known);
        } finally {
            lease.release(held);
        }
    }

    private UpstreamToken acquire(Owner owner, UpstreamToken known) {
        var fresh = patience.withRateLimit(() -> source.apply(known.clientId()));
        return records.change(key(owner), stored -> stored.with(fresh))
                .map(Versioned::value)
                .orElseGet(() -> known.with(fresh));
    }

    private Versioned<UpstreamToken> stored(Owner owner) {
        return records.get(key(owner)).orElseGet(() -> begin(owner));
    }

    private Versioned<UpstreamToken> begin(Owner owner) {
        try {
            return records.insert(key(owner), UpstreamToken.none(ids.get()));
        } catch (Conflict begunByAnother) {
            return records.get(key(owner)).orElseThrow(() -> begunByAnother);
        }
    }

    private Key key(Owner owner) {
        return new Key("access/" + owner.id(), "token/" + upstream);
    }

    private Key leaseKey(Owner owner) {
        return new Key("access/" + owner.id(), "token-lease/" + upstream);
    }

    private static Problem busy() {
        return new Problem(
                ProblemCode.UPSTREAM_TIMED_OUT,
                "Another process has been asking for a token for " + LEASE.toMinutes() + " minutes.",
                "Try again.");
    }
}
