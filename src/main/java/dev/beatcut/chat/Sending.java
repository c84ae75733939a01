package dev.beatcut.chat;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.beatcut.nemo.TurnListener;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Project;
import dev.beatcut.session.Session;
import dev.beatcut.state.Key;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Records;
import dev.beatcut.timeline.Draft;
import dev.beatcut.timeline.Timeline;
import java.time.Instant;

/** Sends a turn's message, once, and keeps the draft as it was before. */
final class Sending {

    private static final int A_PAGE = 100;

    private final Records<Turn> turns;
    private final Records<Packed> drafts;

    Sending(Records<Turn> turns, Records<Packed> drafts) {
        this.turns = turns;
        this.drafts = drafts;
    }

    void keepBefore(Session session, Project project, Turn turn) {
        try {
            keep(session, project, turn);
        } catch (Problem refused) {
            if (!harmless(session, turn, refused)) {
                throw refused;
            }
            keep(session, project, turn);
        }
    }

    /** Whoever calls has written that the turn is sent. */
    TurnOutcome say(Session session, Project project, Turn turn, Instant leave, TurnListener listener) {
        try {
            return project.say(turn.sent(), leave, listener);
        } catch (Problem refused) {
            if (!harmless(session, turn, refused)) {
                throw refused;
            }
            keep(session, project, turn);
            return project.say(turn.sent(), leave, listener);
        }
    }

    Timeline before(Session session, Turn turn) {
        return drafts.get(Turn.beforeKey(session, turn.id()))
                .map(kept -> Draft.parse(kept.value().text()))
                .orElse(Timeline.EMPTY);
    }

    /** The upstream session is a new one, nothing of the refused call was run, and no earlier turn's work is gone. */
    private boolean harmless(Session session, Turn turn, Problem refused) {
        return refused.code() == ProblemCode.UPSTREAM_SESSION_GONE && isFirst(session, turn);
    }

    private boolean isFirst(Session session, Turn turn) {
        var partition = session.partition(Turn.ROOM);
        var page = turns.list(partition, "", A_PAGE, null);
        while (true) {
            if (page.values().stream()
                    .map(read -> read.value())
                    .anyMatch(other -> other.sentAt() != null && !other.id().equals(turn.id()))) {
                return false;
            }
            if (page.next() == null) {
                return true;
            }
            page = turns.list(partition, "", A_PAGE, page.next());
        }
    }

    private void keep(Session session, Project project, Turn turn) {
        var draft = project.state().draft();
        var packed = Packed.timeline(
                (draft == null ? NullNode.getInstance() : draft).toString(),
                "nobody could tell what the message changed");
        keep(Turn.beforeKey(session, turn.id()), packed);
    }

    private void keep(Key key, Packed draft) {
        drafts.get(key).map(older -> drafts.update(older, draft, null)).orElseGet(() -> drafts.insert(key, draft));
    }
}
