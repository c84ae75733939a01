package dev.beatcut.media;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Holdings;
import dev.beatcut.session.Project;
import dev.beatcut.session.Session;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;

/** A session's files, for a new upstream session: those whose bytes are kept here, and those that came by a URL. */
@Singleton
public final class HeldFiles implements Holdings {

    private static final int A_PAGE = 100;

    private final Records<MediaItem> items;
    private final Arrivals arrivals;
    private final Objects objects;

    @Inject
    HeldFiles(Table table, ObjectMapper json, InstantSource clock, Arrivals arrivals, Objects objects) {
        this(Records.of(table, json, MediaItem.class, clock), arrivals, objects);
    }

    HeldFiles(Records<MediaItem> items, Arrivals arrivals, Objects objects) {
        this.items = items;
        this.arrivals = arrivals;
        this.objects = objects;
    }

    @Override
    public Account handOver(Session session, Project upstream, Runnable alive) {
        var account = new Account(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        String after = null;
        do {
            var page = items.list(session.partition(MediaItem.ROOM), "", A_PAGE, after);
            for (var read : page.values()) {
                alive.run();
                tell(account, session, handOver(session, upstream, read));
            }
            after = page.next();
        } while (after != null);
        return account;
    }

    /** What never was upstream is not at stake; what was in somebody's hands comes along. */
    private MediaItem handOver(Session session, Project upstream, Versioned<MediaItem> read) {
        var item = read.value();
        return switch (item.status()) {
            case WAITING, REFUSED, EXPIRED -> item;
            case READY, HANDING_OVER -> item.wasGivenTo(session) ? item : given(session, upstream, read);
        };
    }

    private MediaItem given(Session session, Project upstream, Versioned<MediaItem> read) {
        try {
            return isHeld(read.value())
                    ? arrivals.give(session, upstream, read)
                    : items.update(read, read.value().refused(notHeld(read.value()), place(session)), null)
                            .value();
        } catch (Problem refused) {
            if (refused.code() == ProblemCode.UPSTREAM_SESSION_GONE) {
                throw refused;
            }
            return items.get(read.key()).orElseThrow().value();
        } catch (Conflict another) {
            var now = items.get(read.key()).orElseThrow();
            return isTheHoldersBeat(read.value(), now.value()) || now.value().status() == MediaStatus.READY
                    ? handOver(session, upstream, now)
                    : now.value();
        }
    }

    /** Nobody new has it: who had it in hands only held on to it just then. */
    private static boolean isTheHoldersBeat(MediaItem before, MediaItem now) {
        return before.status() == MediaStatus.HANDING_OVER && now.status() == MediaStatus.HANDING_OVER;
    }

    private boolean isHeld(MediaItem item) {
        return item.url() != null || objects.stat(item.object()).isPresent();
    }

    private static ProblemBody notHeld(MediaItem item) {
        return ProblemBody.of(new Problem(
                ProblemCode.UPSTREAM_SESSION_GONE,
                "The upstream lost \"" + item.name() + "\", and its bytes are no longer kept here.",
                "Bring it again."));
    }

    private static String place(Session session) {
        return session.upstream().sessionId();
    }

    private static void tell(Account account, Session session, MediaItem item) {
        if (!place(session).equals(item.upstream())) {
            return;
        }
        switch (item.status()) {
            case READY -> account.again().add(item.name());
            case WAITING -> account.later().add(item.name() + " (complete it again)");
            case HANDING_OVER -> account.later().add(item.name() + " (it is tried again by itself)");
            case REFUSED, EXPIRED ->
                account.gone().add(item.name() + " (" + item.problem().detail() + ")");
        }
    }
}
