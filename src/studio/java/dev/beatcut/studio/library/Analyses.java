package dev.beatcut.studio.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Key;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.footage.Footage;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * What was heard in songs and seen in clips, by content hash: worked out once, by one node, a few files at a time, and
 * kept. A song without a beat has an empty grid.
 */
@Singleton
public final class Analyses {

    /** Changes with the tracker or the scout, so that old results are not mistaken for theirs. */
    private static final String BEATS = "beats-3/";

    private static final String FOOTAGE = "footage-3/";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Records<Documents.Stored> kept;
    private final Documents documents;
    private final Shelf shelf;
    private final Scratch scratch;
    private final Craft craft;
    private final Labour labour;
    private final Semaphore seats;
    private final ConcurrentMap<String, FutureTask<Documents.Stored>> underWay = new ConcurrentHashMap<>();

    public Analyses(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Documents documents,
            Shelf shelf,
            Scratch scratch,
            Craft craft,
            Labour labour,
            StudioSettings settings) {
        this.kept = Records.of(table, json, Documents.Stored.class, clock);
        this.documents = documents;
        this.shelf = shelf;
        this.scratch = scratch;
        this.craft = craft;
        this.labour = labour;
        this.seats = new Semaphore(settings.concurrentAnalyses(), true);
    }

    /** The beats of a song; waits for whoever is listening to it already. */
    public BeatGrid beats(Media song) {
        return read(BEATS, song, BeatGrid.class, file -> craft.hear(file, song.info()));
    }

    /** What is seen in a clip; waits for whoever is looking at it already. */
    public Footage footage(Media clip) {
        return read(FOOTAGE, clip, Footage.class, file -> craft.look(file, clip.info()));
    }

    /** The beats, if somebody has listened already. */
    public Optional<BeatGrid> knownBeats(Media song) {
        return known(BEATS, song).map(stored -> documents.read(stored, BeatGrid.class));
    }

    public Optional<Footage> knownFootage(Media clip) {
        return known(FOOTAGE, clip).map(stored -> documents.read(stored, Footage.class));
    }

    /** Begins to listen or to look, so that the next turn need not wait for it. What fails here fails again there. */
    public void begin(Media media) {
        labour.start(() -> study(media));
    }

    private void study(Media media) {
        switch (media.info().kind()) {
            case AUDIO -> beats(media);
            case VIDEO -> footage(media);
            case IMAGE -> {}
        }
    }

    private <T> T read(String kind, Media media, Class<T> type, Function<Path, T> work) {
        var stored = known(kind, media).orElseGet(() -> together(kind, media, work));
        return documents.read(stored, type);
    }

    private <T> Documents.Stored together(String kind, Media media, Function<Path, T> work) {
        var mine = new FutureTask<>(() -> workOut(kind, media, work));
        var first = underWay.putIfAbsent(kind + media.hash(), mine);
        if (first == null) {
            mine.run();
            underWay.remove(kind + media.hash());
        }
        return Waiting.result(first == null ? mine : first);
    }

    /** Here, or by waiting for the node that is at it. */
    private <T> Documents.Stored workOut(String kind, Media media, Function<Path, T> work) throws InterruptedException {
        var lease = new Key("studio/lease", "analysis/" + kind + media.hash());
        var found = known(kind, media);
        while (found.isEmpty()) {
            seats.acquire();
            boolean mine;
            try {
                mine = labour.alone(lease, right -> workOut(kind, media, work, right));
            } finally {
                seats.release();
            }
            found = known(kind, media);
            if (!mine && found.isEmpty()) {
                labour.pause(BETWEEN_LOOKS);
            }
        }
        return found.get();
    }

    private <T> void workOut(String kind, Media media, Function<Path, T> work, Right right) {
        if (known(kind, media).isEmpty()) {
            try (var folder = scratch.folder()) {
                var analysis = work.apply(shelf.file(media, folder.path()));
                right.check();
                keep(kind, media, analysis);
            }
        }
    }

    private void keep(String kind, Media media, Object analysis) {
        try {
            kept.insert(key(kind, media), documents.keep(analysis));
        } catch (Conflict sameFromElsewhere) {
            // Another node worked out the same bytes.
        }
    }

    private Optional<Documents.Stored> known(String kind, Media media) {
        return kept.get(key(kind, media)).map(Versioned::value);
    }

    private static Key key(String kind, Media media) {
        return new Key("studio/analysis", kind + media.hash());
    }
}
