package dev.beatcut.studio.wire;

import dev.beatcut.problem.Problem;
import dev.beatcut.studio.library.RenderJob;
import dev.beatcut.studio.library.RenderRoom;

/** Whether an export that was taken in is still known when it is asked for. */
enum RenderMemory implements Aspect {
    KEPT {
        @Override
        RenderJob recall(RenderRoom room, String user, String id) {
            return room.of(user, id);
        }
    },
    /** It is lost for good, and its work is ended. */
    LOST {
        @Override
        RenderJob recall(RenderRoom room, String user, String id) {
            room.forget(room.of(user, id));
            throw Problem.notFound("render", id);
        }
    };

    /** @throws Problem NOT_FOUND if there is none (any more), or it is another user's */
    abstract RenderJob recall(RenderRoom room, String user, String id);
}
