package dev.beatcut.studio.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.state.Key;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The uploaded files. */
@Singleton
public final class Shelf {

    private final Records<Media> media;
    private final Objects objects;
    private final Sessions sessions;
    private final Scratch scratch;
    private final Craft craft;
    private final Mint mint;
    private final StudioSettings settings;

    public Shelf(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Objects objects,
            Sessions sessions,
            Scratch scratch,
            Craft craft,
            Mint mint,
            StudioSettings settings) {
        this.media = Records.of(table, json, Media.class, clock);
        this.objects = objects;
        this.sessions = sessions;
        this.scratch = scratch;
        this.craft = craft;
        this.mint = mint;
        this.settings = settings;
    }

    /** Room for files that are about to come; {@code base} is this server as the caller sees it. */
    public Delivery delivery(URI base) {
        return new Delivery(scratch.folder(), objects, craft, mint, base, settings.maxUpload());
    }

    /** Keeps what came, in {@code session}. */
    public List<Media> keep(Session session, Delivery delivery) {
        var kept = delivery.keep();
        kept.forEach(each -> media.insert(key(each.id()), each));
        sessions.add(session.id(), kept);
        return kept;
    }

    /** @throws Problem NOT_FOUND if nothing was ever kept under {@code id} */
    public Media media(String id) {
        return media.get(key(id)).map(Versioned::value).orElseThrow(() -> Problem.notFound("file", id));
    }

    /** The bytes as a local file: the kept one itself or a copy in {@code scratch}. */
    public Path file(Media media, Path scratch) {
        return objects.local(media.object(), scratch);
    }

    private static Key key(String id) {
        return new Key("studio/media", id);
    }
}
