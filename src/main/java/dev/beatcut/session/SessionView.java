package dev.beatcut.session;

import java.time.Instant;

/** A project as callers see it. */
public record SessionView(String id, String name, String profile, String language, Instant createdAt) {

    static SessionView of(Session session) {
        return new SessionView(
                session.id(), session.name(), session.profile().wireName(), session.language(), session.createdAt());
    }
}
