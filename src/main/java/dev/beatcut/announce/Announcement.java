package dev.beatcut.announce;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the telling of one end is. It is kept in the record that it is about, which stays due until it is out.
 *
 * @param next when somebody is to be told (again), or null when there is nobody left
 */
public record Announcement(Audience audience, Instant next) {

    public static Announcement to(Audience audience, Instant from) {
        return new Announcement(audience, from);
    }

    /** The latest audience wins, and is told even if another one was. */
    public Announcement to(Audience latest) {
        return new Announcement(audience.or(latest), next);
    }

    /** When to go on, or empty when everybody has been told or given up. */
    public Optional<Instant> due() {
        return Optional.ofNullable(next);
    }
}
