package dev.beatcut.announce;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells one bus that remembers everything, and is deaf the first few times. */
public final class FakeAnnouncer implements Announcer {

    public final List<Happening> told = new ArrayList<>();
    public final List<Audience> alive = new ArrayList<>();
    public int deaf;
    public Runnable passing = () -> {};
    private final InstantSource clock;

    public FakeAnnouncer(InstantSource clock) {
        this.clock = clock;
    }

    /** Until it is told again when it was deaf. */
    public static final Duration AGAIN = Duration.ofSeconds(60);

    @Override
    public Announcement tell(Announcement before, Happening what) {
        var now = clock.instant();
        passing.run();
        told.add(what);
        passing.run();
        return deaf-- > 0
                ? before.tried(
                        Destination.EVENT_BUS, now, new Outcome.Failed(503, "deaf", null), Optional.of(now.plus(AGAIN)))
                : before.tried(Destination.EVENT_BUS, now, new Outcome.Delivered(200), Optional.empty());
    }

    @Override
    public void alive(Audience audience) {
        alive.add(audience);
    }
}
