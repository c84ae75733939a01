package dev.beatcut.session;

import java.time.Instant;

/**
 * A project as callers see it.
 *
 * @param greeting what its profile says first, for people
 * @param instruction what its profile asks for when a person says nothing of their own
 */
public record SessionView(
        String id,
        String name,
        String profile,
        String language,
        String greeting,
        String instruction,
        Instant createdAt) {

    static SessionView of(Session session) {
        return new SessionView(
                session.id(),
                session.name(),
                session.profile().wireName(),
                session.language(),
                session.profile().greeting(),
                session.profile().instruction(),
                session.createdAt());
    }
}
