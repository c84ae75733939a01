package dev.beatcut.media;

import dev.beatcut.objects.Objects;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Uploads that nobody completed, and bytes that came after a file was refused: they do not stay. */
final class Leftovers {

    private static final Logger LOG = Logger.getLogger(Leftovers.class);

    /** Who dies on the way is followed by another so soon. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Records<MediaItem> items;
    private final Objects objects;
    private final InstantSource clock;

    Leftovers(Records<MediaItem> items, Objects objects, InstantSource clock) {
        this.items = items;
        this.objects = objects;
        this.clock = clock;
    }

    /** The item says it before its bytes go, and stays due until they are gone. */
    void clear(Versioned<MediaItem> read) {
        try {
            var over = expired(read);
            if (over.value().upload() != null) {
                objects.abandon(over.value().object(), over.value().upload());
            }
            objects.delete(over.value().object());
            items.update(over, over.value(), null);
        } catch (Conflict another) {
            LOG.debugf("%s is in other hands", read.value().id());
        }
    }

    private Versioned<MediaItem> expired(Versioned<MediaItem> read) {
        return read.value().status() == MediaStatus.WAITING
                ? items.update(read, read.value().expired(), clock.instant().plus(AGAIN))
                : read;
    }
}
