package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.Section;
import java.util.Comparator;

/** Finds a {@link SongPoint} in a song, on a bar line. */
final class SongStart {

    private SongStart() {}

    /** @return ms in the song, at least one second before its end */
    static long find(SongPoint point, BeatGrid grid, long songMs) {
        long wanted =
                switch (point) {
                    case null -> 0;
                    case SongPoint.At at -> at.ms();
                    case SongPoint.Drop drop -> drop(grid);
                    case SongPoint.Best best -> best(grid);
                };
        long latest = Math.max(0, songMs - 1000);
        long found = wanted <= 0 ? 0 : CutGrid.nearestDownbeat(grid, Math.min(wanted, latest));
        return found > latest ? 0 : found;
    }

    private static long drop(BeatGrid grid) {
        return grid.drops().stream()
                .max(Comparator.comparingDouble(Drop::strength))
                .map(Drop::ms)
                .orElseGet(() -> best(grid));
    }

    private static long best(BeatGrid grid) {
        return grid.sections().stream()
                .max(Comparator.comparingDouble(Section::energy))
                .map(Section::fromMs)
                .orElse(0L);
    }
}
