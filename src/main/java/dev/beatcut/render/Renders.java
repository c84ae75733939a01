package dev.beatcut.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.nemo.NemoAddress;
import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Paged;
import dev.beatcut.session.Paging;
import dev.beatcut.session.Session;
import dev.beatcut.session.Sessions;
import dev.beatcut.state.Key;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import dev.beatcut.state.Watch;
import dev.beatcut.timeline.Draft;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** The exports of the callers' sessions. */
@Singleton
public final class Renders {

    private final Sessions sessions;
    private final Records<Render> records;
    private final Films films;
    private final Ledger ledger;
    private final Watch watch;
    private final InstantSource clock;

    Renders(
            Sessions sessions,
            Table table,
            ObjectMapper json,
            Objects objects,
            InstantSource clock,
            NemoAddress upstream,
            RenderConfig config) {
        this.sessions = sessions;
        this.clock = clock;
        this.records = Records.of(table, json, Render.class, clock);
        this.films = new Films(objects, config.keep(), config.linkValid());
        this.watch = new Watch(clock, Pause.REAL);
        this.ledger = new Ledger(
                records,
                Records.of(table, json, Packed.class, clock),
                json,
                sessions,
                films,
                clock,
                () -> "render_" + UUID.randomUUID(),
                new Ledger.Rules(config.attempts(), config.keepTries(), pollEvery(config, upstream), config.lease()));
    }

    static Duration pollEvery(RenderConfig config, NemoAddress upstream) {
        return config.pollEvery().orElse(Duration.ofSeconds(upstream.builtIn() ? 1 : 30));
    }

    RenderView export(String sessionId, String own, NewRender wanted, Duration wait) {
        var id = export(sessions.mine(sessionId), own, wanted);
        return get(id, wait);
    }

    /**
     * Exports the session's timeline as it is now.
     *
     * @param own the new render's name; one that exists is that render
     * @return its id
     * @throws Problem NOTHING_TO_EXPORT, or as the upstream refuses; what can only be asked later is asked later
     */
    public String export(Session session, String own) {
        return export(session, own, NewRender.DEFAULT);
    }

    private String export(Session session, String own, NewRender wanted) {
        var output = wanted.output();
        var known = records.get(Render.key(session, IdKind.RENDER.in(session, own)));
        var render = known.map(Versioned::value).orElseGet(() -> {
            var draft = exportable(session);
            return ledger.submitFirst(session, ledger.write(session, own, draft, output));
        });
        if (render.status() == RenderState.FAILED) {
            throw render.problem().toProblem();
        }
        return render.id();
    }

    private JsonNode exportable(Session session) {
        var draft = sessions.of(session).state().draft();
        if (!Draft.read(draft).hasSegments()) {
            throw new Problem(
                    ProblemCode.NOTHING_TO_EXPORT,
                    "The timeline of \"" + session.name() + "\" is empty.",
                    "Bring clips and a song, then say what to make of them: POST /sessions/" + session.id()
                            + "/turns.");
        }
        return draft;
    }

    RenderView get(String id, Duration wait) {
        var render =
                watch.until(wait, () -> find(id).value(), seen -> seen.status().isOver());
        return RenderView.of(render);
    }

    Paged<RenderView> list(String sessionId, Paging paging) {
        var partition = sessions.mine(sessionId).partition(Render.ROOM);
        return Paged.of(records.list(partition, "", paging.limit(), paging.after()))
                .map(RenderView::of);
    }

    URI file(String id) {
        var render = find(id).value();
        return switch (render.status()) {
            case COMPLETED -> films.link(render);
            case FAILED -> throw render.problem().toProblem();
            case CANCELLED -> throw new Problem(ProblemCode.NOT_FOUND, "This export was cancelled.", "Export again.");
            case SUBMITTING, PENDING, PROCESSING ->
                throw new Problem(
                        ProblemCode.STILL_RUNNING,
                        "The export is at " + render.progress() + " %.",
                        "Wait for it: GET /renders/" + id + "?wait=20.");
        };
    }

    /** Asks the upstream to stop, now or as soon as it can be reached. */
    RenderView cancel(String id) {
        var key = find(id).key();
        var asked = records.change(key, Renders::askToCancel, read -> clock.instant())
                .orElseThrow();
        ledger.carryOn(asked.key());
        return RenderView.of(find(id).value());
    }

    private static Render askToCancel(Render render) {
        return switch (render.status()) {
            case CANCELLED -> render;
            case SUBMITTING, PENDING, PROCESSING ->
                render.change().cancelAsked().done();
            case COMPLETED, FAILED ->
                throw new Problem(
                        ProblemCode.ALREADY_OVER,
                        "The export is " + render.status() + ": there is nothing to cancel.",
                        "Leave it, or export again.");
        };
    }

    void carryOn(Key key) {
        ledger.carryOn(key);
    }

    private Versioned<Render> find(String id) {
        var session = sessions.holding(IdKind.RENDER, id);
        return records.get(Render.key(session, id)).orElseThrow(() -> IdKind.RENDER.notFound(id));
    }
}
