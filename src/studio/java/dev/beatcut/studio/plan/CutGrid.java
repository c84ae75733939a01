package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.timeline.FrameRate;
import java.util.ArrayList;
import java.util.List;

/** The beats of a song as places to cut, on the film's clock. */
final class CutGrid {

    static final FrameRate RATE = FrameRate.FPS_30;

    /** 0.3 s: a shorter shot is a flicker. */
    static final long SHORTEST = 9;

    private static final long UNHURRIED_MS = 1000;
    private static final long NEAR_MS = 90;

    private final BeatGrid grid;
    private final long songStart;
    private final int anchor;

    /** @param songStart ms in the song where the film begins */
    CutGrid(BeatGrid grid, long songStart) {
        this.grid = grid;
        this.songStart = songStart;
        this.anchor = firstDownbeat(grid);
    }

    private static int firstDownbeat(BeatGrid grid) {
        for (int i = 0; i < grid.beats().size(); i++) {
            if (grid.beats().get(i).position() == 1) {
                return i;
            }
        }
        return 0;
    }

    /** A cut every one to two seconds: on every, every other, or the first beat of one or more bars. */
    static Density usual(BeatGrid grid) {
        double beat = 60_000 / Math.max(1, grid.tempo());
        int metre = Math.max(2, grid.metre());
        if (beat >= UNHURRIED_MS) {
            return new Density.Beats(1);
        }
        if (metre % 2 == 0 && 2 * beat >= UNHURRIED_MS - 1) {
            return new Density.Beats(2);
        }
        int bars = 1;
        while (bars * metre * beat < UNHURRIED_MS - 1) {
            bars++;
        }
        return new Density.Bars(bars);
    }

    /**
     * The chosen cuts, none closer than {@link #SHORTEST} frames to another or to an end of the film.
     *
     * @param frames length of the film
     */
    List<Cut> cuts(Density density, long frames) {
        var cuts = new ArrayList<Cut>();
        long last = 0;
        long due = density instanceof Density.Time time ? time.ms() : 0;
        for (int i = 0; i < grid.beats().size(); i++) {
            var cut = cut(i);
            boolean room = cut.frame() - last >= SHORTEST && frames - cut.frame() >= SHORTEST;
            if (room && chosen(density, i, cut, due)) {
                cuts.add(cut);
                last = cut.frame();
                due = density instanceof Density.Time time ? due + time.ms() : 0;
            }
        }
        return cuts;
    }

    private boolean chosen(Density density, int beat, Cut cut, long due) {
        return switch (density) {
            case Density.Beats every -> Math.floorMod(beat - anchor, every.count()) == 0;
            case Density.Bars every -> isDownbeat(beat) && Math.floorMod(cut.bar() - 1, every.count()) == 0;
            case Density.Time every -> cut.atMs() >= due || nextIsFurther(beat, cut, due);
        };
    }

    private boolean nextIsFurther(int beat, Cut cut, long due) {
        return beat + 1 < grid.beats().size() && cut(beat + 1).atMs() - due > due - cut.atMs();
    }

    private boolean isDownbeat(int beat) {
        return grid.beats().get(beat).position() == 1;
    }

    /** The beat nearest to the middle between two frames, not within {@link #SHORTEST} of either; null if none. */
    Cut between(long from, long to) {
        Cut best = null;
        for (int i = 0; i < grid.beats().size(); i++) {
            var cut = cut(i);
            boolean inside = cut.frame() - from >= SHORTEST && to - cut.frame() >= SHORTEST;
            if (inside && (best == null || offCentre(cut, from, to) < offCentre(best, from, to))) {
                best = cut;
            }
        }
        return best;
    }

    private static long offCentre(Cut cut, long from, long to) {
        return Math.abs(2 * cut.frame() - from - to);
    }

    private Cut cut(int beat) {
        long at = grid.beats().get(beat).ms() - songStart;
        var reason = isDrop(beat) ? "drop" : isDownbeat(beat) ? "downbeat" : "beat";
        double strength =
                switch (reason) {
                    case "drop" -> 1;
                    case "downbeat" -> 0.8;
                    default -> 0.5;
                };
        return new Cut(RATE.frameAt(at), beat, bar(beat), strength, reason, at);
    }

    private boolean isDrop(int beat) {
        long ms = grid.beats().get(beat).ms();
        return grid.drops().stream().mapToLong(Drop::ms).anyMatch(drop -> Math.abs(drop - ms) <= NEAR_MS);
    }

    private int bar(int beat) {
        return (int) grid.beats().subList(0, beat + 1).stream()
                .filter(b -> b.position() == 1)
                .count();
    }

    /** The downbeat nearest to {@code ms} in the song; {@code ms} itself in a song without beats. */
    static long nearestDownbeat(BeatGrid grid, long ms) {
        return grid.beats().stream()
                .filter(beat -> beat.position() == 1)
                .mapToLong(Beat::ms)
                .reduce((a, b) -> Math.abs(b - ms) < Math.abs(a - ms) ? b : a)
                .orElse(ms);
    }
}
