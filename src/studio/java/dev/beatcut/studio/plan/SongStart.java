package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.Section;
import java.util.Comparator;
import java.util.Optional;

/** Finds a {@link SongPoint} in a song. */
final class SongStart {

    private SongStart() {}

    /** @return ms in the song, at least one second before its end; on a bar line, or on the drop itself */
    static long find(SongPoint point, BeatGrid grid, long songMs) {
        long latest = Math.max(0, songMs - 1000);
        long wanted =
                switch (point) {
                    case null -> 0;
                    case SongPoint.At at -> onBarLine(Math.min(at.ms(), latest), grid);
                    case SongPoint.Drop drop -> drop(grid).orElseGet(() -> best(grid));
                    case SongPoint.Best best -> best(grid);
                    case SongPoint.Section(Part part, boolean after) -> section(part, after, grid);
                };
        return wanted > latest ? 0 : wanted;
    }

    private static long onBarLine(long ms, BeatGrid grid) {
        return ms <= 0 ? 0 : CutGrid.nearestDownbeat(grid, ms);
    }

    /** The song's start if it has no such part. */
    private static long section(Part part, boolean after, BeatGrid grid) {
        return grid.sections().stream()
                .filter(section -> part == Part.INTRO
                        ? section.label().equals("intro")
                        : part.covers(section) && !section.label().equals("intro"))
                .findFirst()
                .map(section -> onBarLine(after ? section.toMs() : section.fromMs(), grid))
                .orElse(0L);
    }

    private static Optional<Long> drop(BeatGrid grid) {
        return grid.drops().stream()
                .max(Comparator.comparingDouble(Drop::strength))
                .map(Drop::ms);
    }

    private static long best(BeatGrid grid) {
        return grid.sections().stream()
                .max(Comparator.comparingDouble(Section::energy))
                .map(section -> onBarLine(section.fromMs(), grid))
                .orElse(0L);
    }
}
