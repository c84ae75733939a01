package dev.beatcut.studio.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Some shots in a row, rendered by one process into a file of their own. */
record Reel(int index, List<Shot> shots) {

    /** Two processes that each hold this much stay under 1 GB, measured. */
    private static final double ROOM = 5;

    /** @param room that a shot's open source takes while its reel is rendered; 1 is about 55 MB */
    static List<Reel> of(List<Shot> shots, ToDoubleFunction<Shot> room) {
        var reels = new ArrayList<Reel>();
        int from = 0;
        double taken = 0;
        for (int i = 0; i < shots.size(); i++) {
            double wanted = room.applyAsDouble(shots.get(i));
            if (i > from && taken + wanted > ROOM) {
                reels.add(new Reel(reels.size(), shots.subList(from, i)));
                from = i;
                taken = 0;
            }
            taken += wanted;
        }
        reels.add(new Reel(reels.size(), shots.subList(from, shots.size())));
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

    Path writeGraph(Path scratch, String graph) throws IOException {
        return Files.writeString(graph(scratch), graph);
    }
}
