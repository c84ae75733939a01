package dev.beatcut.media;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Pause;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A file brought by somebody who stays until it is READY, as long as his own time goes. */
@Singleton
final class Delivery {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Media media;
    private final InstantSource clock;
    private final Pause pause;

    @Inject
    Delivery(Media media, InstantSource clock) {
        this(media, clock, Pause.REAL);
    }

    Delivery(Media media, InstantSource clock, Pause pause) {
        this.media = media;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * @param mediaId of a file whose bytes are there now, or null: then {@code file} is brought, under the name {@code own}
     * @param leave when the caller has to go
     * @throws Problem STILL_RUNNING if it is not READY by then: the same call goes on with it
     */
    MediaView bring(String session, String mediaId, String own, NewMedia file, Instant leave) {
        if (mediaId != null) {
            return media.complete(session, mediaId);
        }
        var brought = media.bring(session, own, file, true);
        return brought.upload() == null ? arrived(brought, leave) : brought;
    }

    /**
     * Takes a file that lies in the object store already; it stays where it is.
     *
     * @param key in the folder {@code incoming/}, which nobody but the deployment's own people can write to
     */
    MediaView take(String session, String own, String key, String name) {
        return media.take(session, own, key, name);
    }

    private MediaView arrived(MediaView brought, Instant leave) {
        var seen = brought;
        while (seen.status() == MediaStatus.HANDING_OVER
                && clock.instant().plus(BETWEEN_LOOKS).isBefore(leave)
                && !Thread.currentThread().isInterrupted()) {
            pause.of(BETWEEN_LOOKS);
            seen = media.get(brought.sessionId(), brought.id());
        }
        return switch (seen.status()) {
            case READY -> seen;
            case REFUSED, EXPIRED -> throw seen.problem().toProblem();
            case WAITING, HANDING_OVER -> throw stillRunning(seen);
        };
    }

    private static Problem stillRunning(MediaView item) {
        return new Problem(
                ProblemCode.STILL_RUNNING,
                "\"" + item.name() + "\" is still being fetched.",
                "Call again with the same key, or ask GET /sessions/" + item.sessionId() + "/media/" + item.id() + ".");
    }
}
