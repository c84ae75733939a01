package dev.beatcut.media;

import dev.beatcut.outside.Outside;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Session;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Records;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.BiConsumer;

/** Files that the upstream fetches from a URL. */
final class Links {

    private final Records<MediaItem> items;
    private final Outside outside;
    private final InstantSource clock;
    private final BiConsumer<Session, MediaItem> background;

    /** @param background hands a file over on a thread of its own */
    Links(Records<MediaItem> items, Outside outside, InstantSource clock, BiConsumer<Session, MediaItem> background) {
        this.items = items;
        this.outside = outside;
        this.clock = clock;
        this.background = background;
    }

    /** @param here whether this process is there until the file is fetched; else whoever sweeps sees to it, at once */
    MediaView open(Session session, String own, NewMedia file, boolean here) {
        outside.check(file.url());
        var name = file.name() == null ? fileName(file.url()) : file.name();
        var format = FileRules.checkLinked(name, file);
        var id = IdKind.MEDIA.in(session, own);
        var item = linked(session, MediaItem.linked(id, session, name, format, file.url(), clock.instant()), here);
        if (here && item.status() == MediaStatus.HANDING_OVER) {
            background.accept(session, item);
        }
        return MediaView.of(item);
    }

    /** A request that comes again finds what it made. */
    private MediaItem linked(Session session, MediaItem item, boolean here) {
        var key = MediaItem.key(session, item.id());
        var due = here ? clock.instant().plus(Arrivals.BUSY) : clock.instant();
        try {
            return items.insert(key, item, due, null).value();
        } catch (Conflict before) {
            return items.get(key).orElseThrow().value();
        }
    }

    private static String fileName(URI url) {
        var path = url.getPath() == null ? "" : url.getPath();
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? url.getHost() : name;
    }
}
