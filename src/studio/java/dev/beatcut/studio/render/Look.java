package dev.beatcut.studio.render;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks at a film's chunks as they were encoded. The finished file holds the same packets one after the other, and each
 * chunk begins anew, so this is what its viewers see. What was seen of a chunk is kept with it.
 */
final class Look {

    private static final String VERSION = "-seen-2";

    private static final String SMALL = "scale=" + Sight.SIDE + ":" + Sight.SIDE + ":flags=area,format=gray";

    private final Ffmpeg ffmpeg;
    private final Mezzanines mezzanines;
    private final Path scratch;

    Look(Ffmpeg ffmpeg, Mezzanines mezzanines, Path scratch) {
        this.ffmpeg = ffmpeg;
        this.mezzanines = mezzanines;
        this.scratch = scratch;
    }

    /** In the order of {@code pieces}. */
    List<Sight> at(List<Piece> pieces) throws IOException {
        var seen = new LinkedHashMap<String, Sight>();
        var fresh = new LinkedHashMap<String, Piece>();
        for (var piece : pieces) {
            var file = scratch.resolve(piece.key() + VERSION);
            if (!fresh.containsKey(piece.key()) && !seen.containsKey(piece.key())) {
                if (mezzanines.fetch(piece.key() + VERSION, file)) {
                    seen.put(piece.key(), Sight.of(file));
                } else {
                    fresh.put(piece.key(), piece);
                }
            }
        }
        if (!fresh.isEmpty()) {
            decode(List.copyOf(fresh.values()), seen);
        }
        return pieces.stream().map(piece -> seen.get(piece.key())).toList();
    }

    /** All frames of a GIF, each as long as its neighbour. */
    static Sight atGif(Ffmpeg ffmpeg, Path gif) {
        var arguments = new ArrayList<>(List.of("-v", "error", "-f", "gif", "-i", "" + gif, "-vf"));
        arguments.add("fps=" + FilmFile.GIF_RATE + "," + SMALL);
        arguments.addAll(List.of("-f", "rawvideo", "pipe:1"));
        var frames = ffmpeg.read(arguments, InputStream::readAllBytes);
        try {
            return Sight.read(new ByteArrayInputStream(frames), frames.length / (Sight.SIDE * Sight.SIDE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void decode(List<Piece> pieces, Map<String, Sight> seen) throws IOException {
        var list = pieces.stream()
                .map(piece -> "file '" + piece.file().getFileName() + "'")
                .collect(Collectors.joining("\n", "ffconcat version 1.0\n", "\n"));
        var listed = Files.writeString(scratch.resolve("fresh.ffconcat"), list);
        var arguments = new ArrayList<>(List.of("-v", "error", "-threads", "1", "-skip_loop_filter", "all"));
        arguments.addAll(List.of("-f", "concat", "-safe", "0", "-i", "" + listed, "-map", "0:v:0"));
        arguments.addAll(List.of("-filter_threads", "1", "-vf"));
        arguments.add("extractplanes=y," + SMALL);
        arguments.addAll(List.of("-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1"));
        var sights = ffmpeg.read(arguments, in -> read(in, pieces));
        for (int i = 0; i < pieces.size(); i++) {
            var key = pieces.get(i).key();
            seen.put(key, sights.get(i));
            var file = scratch.resolve(key + VERSION);
            sights.get(i).write(file);
            mezzanines.keep(key + VERSION, file);
        }
    }

    private static List<Sight> read(InputStream in, List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> {
                    try {
                        return Sight.read(in, (int) piece.chunk().frames());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
