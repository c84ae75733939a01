package dev.beatcut.media;

import dev.beatcut.media.MediaView.UploadView;
import dev.beatcut.objects.Arrival;
import dev.beatcut.objects.Objects;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Key;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.time.Duration;
import java.time.InstantSource;

/** Files whose bytes are awaited: how to bring them, and until when. */
final class Uploads {

    private final Records<MediaItem> items;
    private final Objects objects;
    private final InstantSource clock;
    private final Duration valid;
    private final Duration grace;

    /**
     * @param valid how long a link is good
     * @param grace how long after that the file is still waited for
     */
    Uploads(Records<MediaItem> items, Objects objects, InstantSource clock, Duration valid, Duration grace) {
        this.items = items;
        this.objects = objects;
        this.clock = clock;
        this.valid = valid;
        this.grace = grace;
    }

    /** Who asks again for the same file gets fresh links for as long as it is awaited, and longer to use them. */
    MediaView open(Key key, MediaItem asked, boolean inParts) {
        var item = awaited(key, asked, inParts).value();
        return item.status() == MediaStatus.WAITING
                ? MediaView.of(
                        item, UploadView.of(arrival(item), clock.instant().plus(valid)))
                : MediaView.of(item);
    }

    private Versioned<MediaItem> awaited(Key key, MediaItem asked, boolean inParts) {
        var due = clock.instant().plus(valid).plus(grace);
        while (true) {
            try {
                var before = items.get(key);
                if (before.isEmpty()) {
                    return insert(key, asked, inParts);
                }
                return before.get().value().status() == MediaStatus.WAITING
                        ? items.update(before.get(), before.get().value(), due)
                        : before.get();
            } catch (Conflict another) {
                Thread.onSpinWait();
            }
        }
    }

    /** What the store begins is written down before anybody hears of it. */
    private Versioned<MediaItem> insert(Key key, MediaItem asked, boolean inParts) {
        var due = clock.instant().plus(valid).plus(grace);
        if (!inParts) {
            return items.insert(key, asked, due, null);
        }
        var upload = objects.begin(asked.object(), asked.format().type());
        try {
            return items.insert(key, asked.inParts(upload), due, null);
        } catch (Conflict another) {
            objects.abandon(asked.object(), upload);
            throw another;
        }
    }

    private Arrival arrival(MediaItem item) {
        return item.upload() == null
                ? objects.arrival(item.object(), item.size(), item.format().type(), valid)
                : objects.parts(item.object(), item.upload(), item.size(), valid);
    }
}
