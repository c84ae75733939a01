package dev.beatcut.media;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.state.Carrier;
import dev.beatcut.state.Key;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Carries on files that were in hand when their process died, and clears away what nobody completed. */
@Singleton
public final class MediaCarrier implements Carrier {

    private final Records<MediaItem> items;
    private final Media media;
    private final InstantSource clock;

    MediaCarrier(Table table, ObjectMapper json, Media media, InstantSource clock) {
        this.items = Records.of(table, json, MediaItem.class, clock);
        this.media = media;
        this.clock = clock;
    }

    @Override
    public boolean carries(Key key) {
        return key.partition().startsWith(MediaItem.ROOM + "/");
    }

    @Override
    public void carryOn(Key key, Instant leave) {
        items.get(key)
                .filter(read -> read.due() != null && !read.due().isAfter(clock.instant()))
                .ifPresent(media::carryOn);
    }
}
