package dev.beatcut.credit;

import dev.beatcut.access.Owner;
import dev.beatcut.access.Profile;
import dev.beatcut.access.Upstream;
import dev.beatcut.nemo.Nemo;
import dev.beatcut.observe.Gauge;
import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Observer;
import dev.beatcut.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** What the deployment's own account has left. Where every owner has one, there is none to watch. */
@Singleton
public final class CreditsLeft implements Gauge {

    private static final Logger LOG = Logger.getLogger(CreditsLeft.class);

    /** Any process may ask. */
    static final Duration EVERY = Duration.ofMinutes(5);

    private final Upstream upstream;
    private final Nemo nemo;
    private final InstantSource clock;
    private final Observer observer;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    CreditsLeft(Upstream upstream, Nemo nemo, InstantSource clock, Observer observer) {
        this.upstream = upstream;
        this.nemo = nemo;
        this.clock = clock;
        this.observer = observer;
    }

    @Override
    public void look() {
        var now = clock.instant();
        if (now.isBefore(next.get())) {
            return;
        }
        try {
            if (!upstream.hasOneAccount()) {
                return;
            }
            next.set(now.plus(EVERY));
            var balance = upstream.call(Owner.LOCAL, Profile.DEFAULT, nemo::credits);
            observer.see(Measure.CREDITS, balance.available());
        } catch (Problem notToldNow) {
            LOG.infof("The credits that are left are not known now: %s", notToldNow.code());
        }
    }
}
