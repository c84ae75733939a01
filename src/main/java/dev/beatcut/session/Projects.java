package dev.beatcut.session;

/** Sessions for work that goes on when no caller is there. */
public interface Projects {

    Session of(String owner, String id);

    Project of(Session session);
}
