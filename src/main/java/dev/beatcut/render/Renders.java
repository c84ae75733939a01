package dev.beatcut.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.announce.Announcer;
import dev.beatcut.announce.Audience;
import dev.beatcut.announce.Delivery;
import dev.beatcut.nemo.NemoAddress;
import dev.beatcut.objects.Objects;
import dev.beatcut.observe.Observer;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Paged;
import dev.beatcut.session.Paging;
import dev.beatcut.session.Session;
import dev.beatcut.session.Sessions;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Key;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import dev.beatcut.state.Watch;
import dev.beatcut.timeline.Draft;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The exports of the callers' sessions. */
@Singleton
public final class Renders {

    private final Sessions sessions;
    private final Records<Render> records;
    private final Films films;
    private final Ledger ledger;
    private final Watch watch;
    private final InstantSource clock;
    private final Announcer announcer;

    @Inject
    Renders(
            Sessions sessions,
            Table table,
            ObjectMapper json,
            Objects objects,
            InstantSource clock,
            NemoAddress upstream,
            Announcer announcer,
            RenderConfig config,
            Observer observer) {
        this(
                sessions,
                table,
                json,
                objects,
                clock,
                upstream,
                announcer,
                config,
                observer,
                Heart.REAL,
                () -> "render_" + UUID.randomUUID());
    }

    /** @param upstreamIds what jobs are called upstream: never the same twice */
    Renders(
            Sessions sessions,
            Table table,
            ObjectMapper json,
            Objects objects,
            InstantSource clock,
            NemoAddress upstream,
            Announcer announcer,
            RenderConfig config,
            Observer observer,
            Heart heart,
            Supplier<String> upstreamIds) {
        this.sessions = sessions;
        this.announcer = announcer;
        this.clock = clock;
        this.records = Records.of(table, json, Render.class, clock);
        this.films = new Films(objects, config.keep(), config.linkValid());
        this.watch = new Watch(clock, Pause.REAL);
        var rules = new Ledger.Rules(
                config.attempts(),
                config.keepTries(),
                config.lease(),
                config.pace(upstream),
                Optional.of(config.giveUpAfter()).filter(Duration::isPositive));
        var drafts = new Drafts(Records.of(table, json, Packed.class, clock), json, clock);
        var experience = new Experience(Records.of(table, json, Experience.Taken.class, clock), upstream.name());
        var nextLook = new NextLook(rules.pace(), experience, clock);
        var outcomes = new Outcomes(clock, upstreamIds, rules);
        var nextStep = new NextStep(drafts, sessions, films, nextLook, outcomes, clock, rules);
        this.ledger = new Ledger(
                records, drafts, nextStep, nextLook, announcer, json, clock, heart, upstreamIds, rules, observer);
    }

    RenderView export(String sessionId, String own, NewRender wanted, Duration wait) {
        var session = sessions.mine(sessionId);
        announcer.check(wanted.audience());
        var key = key(session, own);
        var render = isThere(key) ? tellAlso(key, wanted.audience()) : going(begun(session, own, wanted));
        return get(render.id(), wait);
    }

    /**
     * Exports the session's timeline as it is now.
     *
     * @param own the new render's name; one that exists is that render, begun by this caller before it died
     * @param format null for the default, as is {@code resolution}
     * @return its id
     * @throws Problem NOTHING_TO_EXPORT, or as the upstream refuses; what can only be asked later is asked later
     */
    public String export(Session session, String own, String format, String resolution) {
        var key = key(session, own);
        return going(
                        isThere(key)
                                ? tellAlso(key, Audience.NOBODY)
                                : begun(session, own, new NewRender(format, null, resolution, null, null, null)))
                .id();
    }

    /**
     * Tells the end of an export that is there to the latest audience as well: a turn may have begun it.
     *
     * @param wanted whose audience it is; what else it says was for the one that began it to say
     * @return its id
     */
    String follow(String id, NewRender wanted) {
        announcer.check(wanted.audience());
        return tellAlso(find(id).key(), wanted.audience()).id();
    }

    private static Key key(Session session, String own) {
        return Render.key(session, IdKind.RENDER.in(session, own));
    }

    private boolean isThere(Key key) {
        return records.get(key).isPresent();
    }

    private Render begun(Session session, String own, NewRender wanted) {
        var output = wanted.output();
        return ledger.submitFirst(ledger.write(session, own, exportable(session), output, wanted.audience()));
    }

    /** What was refused at once is told whoever began it. Who asks again is heard, and finds it in the export. */
    private static Render going(Render render) {
        if (render.status() == RenderState.FAILED) {
            throw render.problem().toProblem();
        }
        return render;
    }

    /** One that is over tells it at once to whoever asked last. */
    private Render tellAlso(Key key, Audience latest) {
        var now = clock.instant();
        records.change(
                key,
                render -> render.change().audience(latest).done(),
                read -> read.value().status().isOver() ? now : read.due());
        ledger.carryOn(key);
        return records.get(key).orElseThrow().value();
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
            case SUBMITTING, PENDING, PROCESSING -> throw stillRunning(render);
        };
    }

    private static Problem stillRunning(Render render) {
        return new Problem(
                ProblemCode.STILL_RUNNING,
                "The export is at " + render.progress() + " %.",
                "Wait for it: GET /renders/" + render.id() + "?wait=20.");
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

    /** Who was told of its end and who could not be, oldest first. */
    List<Delivery> deliveries(String id) {
        return deliveries(find(id).value());
    }

    private static List<Delivery> deliveries(Render render) {
        return render.announcement() == null ? List.of() : render.announcement().deliveries();
    }

    /**
     * Tells the end again, now.
     *
     * @throws Problem STILL_RUNNING before the end, CONFLICT if there is nobody to tell
     */
    List<Delivery> deliverAgain(String id) {
        var key = find(id).key();
        var now = clock.instant();
        records.change(key, render -> toBeToldAgain(render, now), read -> now);
        ledger.carryOn(key);
        return deliveries(id);
    }

    private static Render toBeToldAgain(Render render, Instant now) {
        if (render.announcement() == null) {
            throw stillRunning(render);
        }
        return render.change().announcement(render.announcement().again(now)).done();
    }

    void carryOn(Key key) {
        ledger.carryOn(key);
    }

    private Versioned<Render> find(String id) {
        var session = sessions.holding(IdKind.RENDER, id);
        return records.get(Render.key(session, id)).orElseThrow(() -> IdKind.RENDER.notFound(id));
    }
}
