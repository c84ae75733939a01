package dev.beatcut.studio.render;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts pieces together that read the same stretch of a source. A decoder begins at a key frame, and where those are far
 * apart it decodes far more than is shown; one that has come to where another would have to begin may as well go on.
 */
final class Batches {

    /** More would hold too much, and lose too much when they are stopped. */
    private static final int MOST = 8;

    /** What an encoder holds, in frames of the film, measured: its references, and the pictures that it looks ahead. */
    private static final long REFERENCES = 42;

    private static final long AHEAD = 18;

    /** Seconds of a source that are better decoded again than have one more encoder wait in memory. */
    private static final double WORTH_IT = 1;

    private final Ffmpeg ffmpeg;
    private final Canvas canvas;
    private final Sources sources;
    private final long room;

    private record Reading(Piece piece, long from, double key) {}

    /** @param room frames of the film that one process may hold */
    Batches(Ffmpeg ffmpeg, Canvas canvas, Sources sources, long room) {
        this.ffmpeg = ffmpeg;
        this.canvas = canvas;
        this.sources = sources;
        this.room = room;
    }

    List<Batch> of(Collection<Piece> pieces) {
        var batches = new ArrayList<Batch>();
        var shared = new LinkedHashMap<Source, List<Piece>>();
        for (var piece : pieces) {
            var source = shareable(piece.chunk());
            if (source == null) {
                batches.add(new Batch(List.of(piece)));
            } else {
                shared.computeIfAbsent(source, first -> new ArrayList<>()).add(piece);
            }
        }
        for (var each : shared.entrySet()) {
            batches.addAll(together(each));
        }
        batches.sort(Comparator.comparingLong(
                batch -> batch.pieces().getFirst().chunk().from()));
        return batches;
    }

    /** Its source; null if it reads another way. A filter that looks at fields needs those before its first one. */
    private Source shareable(Chunk chunk) {
        var shot = chunk.under().shot();
        if (chunk.over() != null || shot.isBlack()) {
            return null;
        }
        var source = sources.of(shot);
        var plain = source.isSeen() && !source.isStill() && !source.isGif() && !source.isPainted();
        return plain && !source.info().pixels().interlaced() ? source : null;
    }

    private List<Batch> together(Map.Entry<Source, List<Piece>> shared) {
        var batches = new ArrayList<Batch>();
        var some = new ArrayList<Piece>();
        long reached = 0;
        long held = 0;
        for (var reading : readings(shared.getKey(), shared.getValue())) {
            long more = held(reading.piece);
            var apart = reading.key > canvas.seconds(reached) || canvas.seconds(reading.from) - reading.key < WORTH_IT;
            if (!some.isEmpty() && (apart || some.size() == MOST || held + more > room)) {
                batches.add(new Batch(some));
                some.clear();
                reached = 0;
                held = 0;
            }
            some.add(reading.piece);
            reached = Math.max(reached, reading.from + reading.piece.chunk().frames());
            held += more;
        }
        batches.add(new Batch(some));
        return batches;
    }

    private static long held(Piece piece) {
        return REFERENCES + Math.min(AHEAD, piece.chunk().frames());
    }

    /** Frames of the film that the process holds which makes it. */
    static long held(Batch batch) {
        return batch.pieces().stream().mapToLong(Batches::held).sum();
    }

    private List<Reading> readings(Source source, List<Piece> pieces) {
        var sought = pieces.stream()
                .map(piece -> piece.chunk().under().sought(source, canvas))
                .toList();
        var keys = pieces.size() == 1 ? sought : ffmpeg.keyFrames(source.file(), source.info(), sought);
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < pieces.size(); i++) {
            long from = pieces.get(i).chunk().under().wanted(source, canvas);
            readings.add(new Reading(pieces.get(i), from, keys.get(i)));
        }
        readings.sort(Comparator.comparingLong(Reading::from));
        return readings;
    }
}
