package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.RenderJob;
import dev.beatcut.studio.library.RenderRoom;
import dev.beatcut.studio.library.Session;

/** How an export is taken in (§6). */
enum Intake implements Aspect {
    HONEST {
        @Override
        RenderJob take(RenderRoom room, Session session, RenderRequest asked, RenderQueue queue) {
            return room.submit(session, asked.id(), asked.draft(), asked.output(), queue.late());
        }
    },
    /** The other reading of §6: an id that was seen is an error, though the job be the caller's own. */
    ONCE {
        @Override
        RenderJob take(RenderRoom room, Session session, RenderRequest asked, RenderQueue queue) {
            if (room.knows(asked.id())) {
                throw Refusal.http(409, "Duplicate render id \"" + asked.id() + "\". Make a new one.");
            }
            return HONEST.take(room, session, asked, queue);
        }
    },
    DOOMED {
        @Override
        RenderJob take(RenderRoom room, Session session, RenderRequest asked, RenderQueue queue) {
            return room.doom(session, asked.id(), asked.draft(), asked.output(), "The render worker ended too early.");
        }
    },
    /** Cancelled, and not by the caller. */
    DROPPED {
        @Override
        RenderJob take(RenderRoom room, Session session, RenderRequest asked, RenderQueue queue) {
            return room.drop(session, asked.id(), asked.draft(), asked.output());
        }
    };

    abstract RenderJob take(RenderRoom room, Session session, RenderRequest asked, RenderQueue queue);
}
