package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.Section;
import dev.beatcut.timeline.FrameRate;
import java.util.ArrayList;
import java.util.List;

/** The beats of a song as places to cut, on the film's clock. */
final class CutGrid {

    static final FrameRate RATE = FrameRate.FPS_30;

    /** 0.3 s: a shorter shot is a flicker. */
    static final long SHORTEST = 9;

    private static final long NEAR_MS = 90;

    private final BeatGrid grid;
    private final long songStart;
    private final List<Cut> beats = new ArrayList<>();

    /** @param songStart ms in the song where the film begins */
    CutGrid(BeatGrid grid, long songStart) {
        this.grid = grid;
        this.songStart = songStart;
        int bar = 0;
        for (int i = 0; i < grid.beats().size(); i++) {
            bar += grid.beats().get(i).isDownbeat() ? 1 : 0;
            beats.add(cut(i, bar));
        }
    }

    private Cut cut(int index, int bar) {
        var beat = grid.beats().get(index);
        long at = beat.ms() - songStart;
        boolean drop = grid.drops().stream().mapToLong(Drop::ms).anyMatch(ms -> Math.abs(ms - beat.ms()) <= NEAR_MS);
        boolean section =
                grid.sections().stream().skip(1).anyMatch(each -> Math.abs(each.fromMs() - beat.ms()) <= NEAR_MS);
        var reason = drop ? "drop" : section ? "section" : beat.isDownbeat() ? "downbeat" : "beat";
        return new Cut(RATE.frameAt(at), index, bar, strength(reason, beat), reason, at);
    }

    /** The middle of an even bar is stronger than the beats around it. */
    private double strength(String reason, Beat beat) {
        boolean middle = grid.metre() % 2 == 0 && beat.position() == grid.metre() / 2 + 1;
        return switch (reason) {
            case "drop" -> 1;
            case "section" -> 0.9;
            case "downbeat" -> 0.8;
            default -> middle ? 0.6 : 0.5;
        };
    }

    /** All beats of the song, also those before and after the film. */
    List<Cut> beats() {
        return beats;
    }

    BeatGrid song() {
        return grid;
    }

    /** Place in the bar, 1 is the downbeat. */
    int position(Cut cut) {
        return grid.beats().get(cut.beat()).position();
    }

    /** Of the film at {@code atMs}; null in a song without sections. */
    Section section(long atMs) {
        Section found = grid.sections().isEmpty() ? null : grid.sections().getFirst();
        for (var section : grid.sections()) {
            found = section.fromMs() <= atMs + songStart + NEAR_MS ? section : found;
        }
        return found;
    }

    Passage passage(long atMs) {
        var section = section(atMs);
        return section == null ? Passage.HIGH : Passage.of(section);
    }

    /** The beat nearest to the middle between two frames, not within {@link #SHORTEST} of either; null if none. */
    Cut between(long from, long to) {
        Cut best = null;
        for (var cut : beats) {
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

    /** The downbeat nearest to {@code ms} in the song; {@code ms} itself in a song without beats. */
    static long nearestDownbeat(BeatGrid grid, long ms) {
        return grid.beats().stream()
                .filter(Beat::isDownbeat)
                .mapToLong(Beat::ms)
                .reduce((a, b) -> Math.abs(b - ms) < Math.abs(a - ms) ? b : a)
                .orElse(ms);
    }
}
