package dev.beatcut.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.intent.Intent;
import dev.beatcut.media.Media;
import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Observer;
import dev.beatcut.observe.Trail;
import dev.beatcut.problem.Problem;
import dev.beatcut.render.Renders;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Paged;
import dev.beatcut.session.Paging;
import dev.beatcut.session.Session;
import dev.beatcut.session.Sessions;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Key;
import dev.beatcut.state.Lease;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import dev.beatcut.state.Watch;
import dev.beatcut.timeline.Draft;
import dev.beatcut.timeline.Summary;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What callers say in their sessions. */
@Singleton
public class Turns {

    private final Sessions sessions;
    private final Media media;
    private final Records<Turn> turns;
    private final Records<Open> open;
    private final Live live = new Live();
    private final Line line;
    private final Watch watch;
    private final boolean livesOn;
    private final Duration foundAfter;
    private final Waking waking;
    private final InstantSource clock;
    private final Observer observer;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Turns(
            Sessions sessions,
            Media media,
            Renders renders,
            Table table,
            ObjectMapper json,
            InstantSource clock,
            ChatConfig config,
            Waking waking,
            Observer observer) {
        this.sessions = sessions;
        this.media = media;
        this.clock = clock;
        this.livesOn = config.livesOn();
        this.foundAfter = config.foundAfter();
        this.waking = waking;
        this.observer = observer;
        this.turns = Records.of(table, json, Turn.class, clock);
        this.open = Records.of(table, json, Open.class, clock);
        this.watch = new Watch(clock, Pause.REAL);
        var conversation = new Conversation(
                turns,
                new Sending(turns, Records.of(table, json, Packed.class, clock)),
                sessions,
                (session, own, form) -> renders.export(session, own, form.format(), form.resolution()),
                live,
                clock,
                config.rules(),
                observer);
        var lease = new Lease(table, json, clock, config.lease());
        var shifts = new Shifts(lease, clock, Pause.REAL, Heart.REAL);
        this.line = new Line(open, turns, shifts, conversation);
    }

    /** @param own the new turn's name; one that exists is that turn, and nothing is said again */
    TurnView say(String sessionId, String own, NewTurn said, Duration wait) {
        return get(say(sessionId, own, said), wait);
    }

    /** @return the turn's id; it goes on when the caller leaves, here or where it is found */
    String say(String sessionId, String own, NewTurn said) {
        var session = sessions.mine(sessionId);
        var turn = begin(session, own, said, livesOn || waking.somebody() ? foundAfter : Duration.ZERO);
        if (!turn.status().isOver()) {
            handOn(session);
        }
        return turn.id();
    }

    private void handOn(Session session) {
        if (livesOn) {
            threads.execute(Trail.carried(() -> line.work(session, Instant.MAX)));
        } else {
            waking.wake(session.owner(), session.id());
        }
    }

    /** Goes on with what waits in one of the caller's sessions: what a worker that was woken does. */
    void carryOn(String sessionId, Instant leave) {
        line.work(sessions.mine(sessionId), leave);
    }

    /**
     * As above, for a caller that runs the turn itself, as long as its own time goes.
     *
     * @param leave when it has to go; writing down how far it came takes a moment more
     * @throws Problem CHAT_STILL_RUNNING if the turn is not over by then: the same call goes on with it
     */
    public TurnView finish(String sessionId, String own, NewTurn said, Instant leave) {
        var session = sessions.mine(sessionId);
        var turn = begin(session, own, said, foundAfter);
        return TurnView.of(line.finish(session, turn.id(), leave));
    }

    private Turn begin(Session session, String own, NewTurn said, Duration foundAfter) {
        var id = IdKind.TURN.in(session, own);
        return turns.get(Turn.key(session, id))
                .map(Versioned::value)
                .orElseGet(() -> begin(session, turn(session, id, NewTurn.checked(said)), foundAfter));
    }

    private Turn turn(Session session, String id, NewTurn said) {
        return Turn.of(id, session, said, media.names(session, said.media()), clock.instant());
    }

    /** What only asks is answered at once; what changes something waits for its turn. */
    private Turn begin(Session session, Turn turn, Duration foundAfter) {
        return switch (turn.intent()) {
            case CREDITS, STATUS, UPLOAD -> {
                var ending = Ending.done(answer(session, turn.intent()), List.of());
                var over = turns.insert(Turn.key(session, turn.id()), turn.over(ending, clock.instant()))
                        .value();
                observer.time(
                        Measure.TURN,
                        Duration.between(over.createdAt(), over.finishedAt()),
                        over.status().name());
                yield over;
            }
            case EXPORT, EDIT -> line.enter(session, turn, clock.instant().plus(foundAfter));
        };
    }

    private String answer(Session session, Intent intent) {
        var project = sessions.of(session);
        return switch (intent) {
            case CREDITS -> Phrases.credits(session, project.credits());
            case UPLOAD -> Phrases.HOW_TO_UPLOAD.in(session, session.id());
            case STATUS, EXPORT, EDIT -> {
                var timeline = Draft.read(project.state().draft());
                yield timeline.hasSegments() ? Summary.of(timeline) : Phrases.EMPTY_TIMELINE.in(session);
            }
        };
    }

    TurnView get(String id, Duration wait) {
        return watch.until(wait, stored(id), seen -> seen.status().isOver());
    }

    /** The caller's turn as it stands, for looking at it again and again, on any thread. */
    Supplier<TurnView> stored(String id) {
        var session = sessions.holding(IdKind.TURN, id);
        return () -> turns.get(Turn.key(session, id))
                .map(read -> TurnView.of(read.value()))
                .orElseThrow(() -> IdKind.TURN.notFound(id));
    }

    Paged<TurnView> list(String sessionId, Paging paging) {
        var partition = sessions.mine(sessionId).partition(Turn.ROOM);
        return Paged.of(turns.list(partition, "", paging.limit(), paging.after()))
                .map(TurnView::of);
    }

    Live live() {
        return live;
    }

    /** Goes on with the session of a turn that is due. */
    void carryOn(Key mark, Instant leave) {
        open.get(mark)
                .filter(read -> !read.due().isAfter(clock.instant())
                        && !line.isAt(read.value().session()))
                .ifPresent(read ->
                        line.work(sessions.of(read.value().owner(), read.value().session()), leave));
    }

    /** What runs is not interrupted but dies with the process; whoever comes next goes on with it. */
    @PreDestroy
    void end() {
        threads.shutdown();
    }
}
