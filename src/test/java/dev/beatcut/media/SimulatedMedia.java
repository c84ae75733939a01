package dev.beatcut.media;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.session.Holdings;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Projects;
import dev.beatcut.session.Session;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** The real handing over of files, for processes that live on a virtual clock. */
public final class SimulatedMedia {

    private final Records<MediaItem> items;
    private final Arrivals arrivals;
    private final HeldFiles held;
    private final InstantSource clock;

    public SimulatedMedia(
            Table table, ObjectMapper json, InstantSource clock, Heart heart, Projects projects, Objects objects) {
        this.items = Records.of(table, json, MediaItem.class, clock);
        this.arrivals = new Arrivals(
                items,
                projects,
                new ContentCheck(objects),
                new Handover(objects, true),
                objects,
                clock,
                heart,
                Duration.ofDays(1));
        this.held = new HeldFiles(items, arrivals, objects);
        this.clock = clock;
    }

    public Holdings held() {
        return held;
    }

    /**
     * @return READY or REFUSED: then its owner brings it again, as another file
     * @throws Problem while the upstream has not fetched it
     */
    public MediaView bring(Session session, String own, URI url) {
        var id = IdKind.MEDIA.in(session, own);
        var key = MediaItem.key(session, id);
        var item = items.get(key).orElseGet(() -> items.insert(key, item(session, id, url)));
        arrivals.settle(session, item.value());
        var now = items.get(key).orElseThrow().value();
        if (now.status() == MediaStatus.HANDING_OVER) {
            throw Problem.invalid(now.name() + " is " + now.status(), "Ask again.");
        }
        return MediaView.of(now);
    }

    private MediaItem item(Session session, String id, URI url) {
        var name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
        return MediaItem.linked(id, session, name, FileRules.format(name, ""), url, clock.instant());
    }
}
