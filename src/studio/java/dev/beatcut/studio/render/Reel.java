package dev.beatcut.studio.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Some shots in a row, rendered by one process into a file of their own. */
record Reel(int index, List<Shot> shots) {

    /** Measured: the best of CPU time and memory for 64 shots. */
    private static final int MOST_SHOTS = 8;

    static List<Reel> of(List<Shot> shots) {
        int count = (shots.size() + MOST_SHOTS - 1) / MOST_SHOTS;
        var reels = new ArrayList<Reel>();
        for (int i = 0; i < count; i++) {
            int from = i * shots.size() / count;
            int to = (i + 1) * shots.size() / count;
            reels.add(new Reel(i, shots.subList(from, to)));
        }
        return reels;
    }

    long from() {
        return shots.getFirst().from();
    }

    long to() {
        return shots.getLast().to();
    }

    long frames() {
        return to() - from();
    }

    Path picture(Path scratch) {
        return scratch.resolve("reel-%04d.mp4".formatted(index));
    }

    /** 32-bit float stereo samples at 48 kHz. */
    Path sound(Path scratch) {
        return scratch.resolve("reel-%04d.f32".formatted(index));
    }

    private Path graph(Path scratch) {
        return scratch.resolve("reel-%04d.graph".formatted(index));
    }

    Path writeGraph(Path scratch, String graph) throws java.io.IOException {
        return java.nio.file.Files.writeString(graph(scratch), graph);
    }
}
