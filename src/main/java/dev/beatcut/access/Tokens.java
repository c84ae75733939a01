package dev.beatcut.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.nemo.AnonymousToken;
import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.NemoErrorKind;
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
 * One anonymous token an owner, kept in the table and used by every process until it is about to expire or is refused.
 * Whoever needs a new one takes the owner's lease first; the others wait for it, or go on with the old one.
 *
 * <p>A client id gets one token in 7 days. A process that dies between the upstream's answer and the put loses the
 * token, and only another client id brings one before those days are over. So the answer 429, where no unrefused token
 * is held, makes the owner another client: stored first, asked for once, and the account begins anew (sessions of the
 * old one may be answered by 1002). Ten tokens in 7 days are given to one address, so an owner changes at most once a
 * day.
 */
final class Tokens {

    /** Longer than any request for a token takes, its retry and the one for another client included. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Records<UpstreamToken> records;
    private final Lease lease;
    private final InstantSource clock;
    private final Function<String, AnonymousToken> source;
    private final Patience patience;
    private final Supplier<String> ids;
    private final Function<Owner, String> firstClientId;
    private final String upstream;

    /**
     * @param source from a client id
     * @param firstClientId what an owner begins with
     * @param upstream name of the upstream: a token of one is never shown to another
     */
    Tokens(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Function<String, AnonymousToken> source,
            Patience patience,
            Supplier<String> ids,
            Function<Owner, String> firstClientId,
            String upstream) {
        this.records = Records.of(table, json, UpstreamToken.class, clock);
        this.lease = new Lease(table, json, clock, LEASE);
        this.clock = clock;
        this.source = source;
        this.patience = patience;
        this.ids = ids;
        this.firstClientId = firstClientId;
        this.upstream = upstream;
    }

    /** @param refused the token that the upstream has just refused, or null */
    UpstreamToken of(Owner owner, String refused) {
        var giveUp = clock.instant().plus(LEASE);
        var stored = stored(owner);
        while (!stored.usable(clock.instant(), refused)) {
            var held = lease.take(leaseKey(owner), ids.get());
            if (held.isPresent()) {
                return acquireHolding(owner, refused, held.get());
            }
            if (stored.unrefused(refused)) {
                return stored;
            }
            if (clock.instant().isAfter(giveUp) || Thread.currentThread().isInterrupted()) {
                throw busy();
            }
            patience.pause(GLANCE);
            stored = stored(owner);
        }
        return stored;
    }

    /** Some upstreams name the anonymous user only when a session is opened. */
    void named(Owner owner, String userId) {
        records.change(key(owner), stored -> stored.userId() == null ? stored.named(userId) : stored);
    }

    private UpstreamToken acquireHolding(Owner owner, String refused, Lease.Held held) {
        try {
            var known = stored(owner); // again: who held the lease before may have brought one
            if (known.usable(clock.instant(), refused)) {
                return known;
            }
            return known.unrefused(refused) ? renewed(owner, known) : acquire(owner, known, refused);
        } finally {
            lease.release(held);
        }
    }

    /** The upstream says when a token is over: until then it is better than none, even where a clock says it is. */
    private UpstreamToken renewed(Owner owner, UpstreamToken known) {
        try {
            return ask(owner, known);
        } catch (NemoError tooEarly) {
            return known;
        }
    }

    private UpstreamToken acquire(Owner owner, UpstreamToken known, String refused) {
        try {
            return patience.withRateLimit(() -> ask(owner, known));
        } catch (NemoError e) {
            if (e.kind() != NemoErrorKind.RATE_LIMITED || !known.replaceable(clock.instant())) {
                throw e;
            }
            var another = asAnotherClient(owner, known);
            return another.usable(clock.instant(), refused) ? another : ask(owner, another);
        }
    }

    private UpstreamToken asAnotherClient(Owner owner, UpstreamToken known) {
        var another = known.replacedBy(ids.get(), clock.instant());
        return records.change(key(owner), stored -> stored.equals(known) ? another : stored)
                .map(Versioned::value)
                .orElse(another);
    }

    private UpstreamToken ask(Owner owner, UpstreamToken known) {
        var fresh = known.with(source.apply(known.clientId()));
        return records.change(
                        key(owner),
                        stored -> stored.clientId().equals(fresh.clientId()) || stored.token() == null ? fresh : stored)
                .map(Versioned::value)
                .orElse(fresh);
    }

    private UpstreamToken stored(Owner owner) {
        return records.get(key(owner)).orElseGet(() -> begin(owner)).value();
    }

    private Versioned<UpstreamToken> begin(Owner owner) {
        try {
            return records.insert(key(owner), UpstreamToken.none(firstClientId.apply(owner)));
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
