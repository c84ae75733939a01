package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Session;
import dev.beatcut.studio.library.Turn;
import dev.beatcut.studio.library.TurnEvent;
import java.io.IOException;
import java.time.Duration;

/** What a stream says of its turn. Whatever it says, an edit is done and paid for once. */
non-sealed interface StreamFault extends Aspect {

    StreamFault HONEST = new StreamFault() {};

    default void tool(TurnEvent event, Speaker to) throws IOException {
        to.tool(event);
    }

    default void over(Turn turn, Session session, Speaker to) throws IOException {
        switch (turn.status()) {
            case OPEN -> throw new IllegalStateException(turn.id() + " is not over");
            case EDITED -> edited(turn.reply(), session, to);
            case DECLINED -> to.reply(turn.reply());
            case FAILED -> to.error("TurnFailed", turn.failure());
        }
    }

    /** The turn changed the film; {@code reply} says how. Faults of the reply are about these turns only. */
    default void edited(String reply, Session session, Speaker to) throws IOException {
        to.reply(reply);
    }

    /** Tools, and an end that says that it stopped. */
    record SilentStop() implements StreamFault {
        @Override
        public void edited(String reply, Session session, Speaker to) throws IOException {
            to.stop();
        }
    }

    /** Tools, and then the stream ends. */
    record SilentNothing() implements StreamFault {
        @Override
        public void edited(String reply, Session session, Speaker to) {}
    }

    /** No tools either. */
    record SilentEmpty() implements StreamFault {
        @Override
        public void tool(TurnEvent event, Speaker to) throws IOException {
            to.heartbeat();
        }

        @Override
        public void edited(String reply, Session session, Speaker to) {}
    }

    /** @param deltas whether it comes in pieces, in the middle of a step too */
    record OfTheScreen(boolean deltas) implements StreamFault {
        @Override
        public void edited(String reply, Session session, Speaker to) throws IOException {
            var said = ScreenTalk.about(reply, session.language());
            if (deltas) {
                to.inDeltas(said);
            } else {
                to.reply(said);
            }
        }
    }

    /** Heartbeats in all spellings, then the end as it is. */
    record AfterHeartbeats(Duration length) implements StreamFault {
        @Override
        public void over(Turn turn, Session session, Speaker to) throws IOException {
            to.heartbeats(length);
            HONEST.over(turn, session, to);
        }
    }

    /** Heartbeats in all spellings for as long as somebody listens. */
    record OnlyHeartbeats() implements StreamFault {
        @Override
        public void tool(TurnEvent event, Speaker to) throws IOException {
            to.heartbeat();
        }

        @Override
        public void over(Turn turn, Session session, Speaker to) throws IOException {
            to.heartbeats(Duration.ofDays(1));
        }
    }

    /** A text that begins, and an error instead of its end. */
    record BrokenOff() implements StreamFault {
        @Override
        public void edited(String reply, Session session, Speaker to) throws IOException {
            to.beginning(reply);
            to.error("ServerError", "503 UNAVAILABLE. {'error': {'message': \"The model is overloaded.\"}}");
        }
    }

    /** The older ADK's error, which is neither JSON nor one line. */
    record BrokenOffUnescaped() implements StreamFault {
        @Override
        public void edited(String reply, Session session, Speaker to) throws IOException {
            to.beginning(reply);
            to.frame("data: {\"error\": \"503 UNAVAILABLE \"the model is overloaded\"", "Please try again later.\"}");
        }
    }

    /** A failure told after a reply that was none. */
    record WithNoise() implements StreamFault {
        @Override
        public void edited(String reply, Session session, Speaker to) throws IOException {
            to.reply(reply);
            to.reply("I encountered a temporary issue while processing your request. Please try again in a moment.");
        }
    }
}
