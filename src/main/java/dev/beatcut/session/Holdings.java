package dev.beatcut.session;

import java.util.List;

/** What we still hold of what an upstream session held, for a new one. */
public interface Holdings {

    /**
     * Hands it all over; what the new session already has is not handed over again.
     *
     * @param session as it lives upstream now
     * @param upstream calls that session, and no other in its place
     * @param alive is told before each file: it may take long
     * @throws dev.beatcut.problem.Problem UPSTREAM_SESSION_GONE if that session is gone as well
     */
    Account handOver(Session session, Project upstream, Runnable alive);

    /**
     * What became of each file, by the names that people gave them.
     *
     * @param later the upstream did not take them now, but may
     * @param gone they cannot be handed over again, with the reason in brackets
     */
    record Account(List<String> again, List<String> later, List<String> gone) {}
}
