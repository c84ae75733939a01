package dev.beatcut.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.access.CurrentOwner;
import dev.beatcut.access.Owner;
import dev.beatcut.access.Profile;
import dev.beatcut.access.Upstream;
import dev.beatcut.nemo.Nemo;
import dev.beatcut.nemo.OpenedSession;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Ids;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The callers' projects. */
@Singleton
public final class Sessions implements Projects {

    private final Records<Session> records;
    private final Upstream upstream;
    private final Nemo nemo;
    private final CurrentOwner caller;
    private final InstantSource clock;
    private final Moving moving;

    /** @param holdings are asked for when a session is lost: they need sessions themselves */
    @Inject
    Sessions(
            Table table,
            ObjectMapper json,
            Upstream upstream,
            Nemo nemo,
            CurrentOwner caller,
            InstantSource clock,
            Ids ids,
            Instance<Holdings> holdings) {
        this(table, json, upstream, nemo, caller, clock, Pause.REAL, Heart.REAL, ids::next, holdings::get);
    }

    Sessions(
            Table table,
            ObjectMapper json,
            Upstream upstream,
            Nemo nemo,
            CurrentOwner caller,
            InstantSource clock,
            Pause pause,
            Heart heart,
            Supplier<String> ids,
            Supplier<Holdings> holdings) {
        this.records = Records.of(table, json, Session.class, clock);
        this.upstream = upstream;
        this.nemo = nemo;
        this.caller = caller;
        this.clock = clock;
        this.moving = new Moving(table, json, clock, pause, heart, ids, this::opened, this::direct, holdings);
    }

    /**
     * @param own the new session's name; one that exists is that session
     * @param accepted the language that the caller's request prefers, or null
     */
    Session open(String own, OpenSession request, Locale accepted) {
        var owner = caller.get().id();
        var id = IdKind.session(own);
        return find(owner, id).orElseGet(() -> open(owner, id, request, accepted));
    }

    private Session open(String owner, String id, OpenSession request, Locale accepted) {
        var profile = request.chosenProfile();
        var language = request.chosenLanguage(accepted);
        var name = request.chosenName();
        var opened = opened(owner, profile, name, language);
        var session = new Session(id, owner, name, profile, language, clock.instant(), opened, null);
        try {
            return records.insert(Session.key(owner, id), session).value();
        } catch (Conflict openedMeanwhile) {
            return of(owner, id);
        }
    }

    private OpenedSession opened(Session session) {
        return opened(session.owner(), session.profile(), session.name(), session.language());
    }

    private OpenedSession opened(String owner, Profile profile, String name, String language) {
        var who = new Owner(owner);
        var opened = upstream.call(who, profile, credentials -> nemo.openSession(credentials, name, language));
        upstream.named(who, opened.userId());
        return opened;
    }

    /** The session of that id among those of whoever calls now. */
    public Session mine(String id) {
        return of(caller.get().id(), id);
    }

    /** The session that a thing of the caller's is in. */
    public Session holding(IdKind kind, String id) {
        return find(caller.get().id(), kind.sessionOf(id)).orElseThrow(() -> kind.notFound(id));
    }

    Paged<Session> mine(Paging paging) {
        return Paged.of(records.list(Session.allOf(caller.get().id()), "", paging.limit(), paging.after()));
    }

    @Override
    public Session of(String owner, String id) {
        return find(owner, id).orElseThrow(() -> IdKind.SESSION.notFound(id));
    }

    private Optional<Session> find(String owner, String id) {
        return records.get(Session.key(owner, id)).map(Versioned::value);
    }

    @Override
    public Project of(Session session) {
        return new LastingProject(session, this::direct, moving);
    }

    private Project direct(Session session) {
        return new NemoProject(upstream, nemo, session);
    }
}
