package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** On which beats a film is cut. */
final class Rhythm {

    private final CutGrid grid;
    private final Density density;
    private final Style style;
    private final SongRhythm song;
    private final int anchor;
    private final Map<Long, Set<Cut>> clocks = new HashMap<>();

    /**
     * @param density null to follow the song: more cuts where it is loud, fewer where it is calm
     * @param stills whether photos are all there is to show
     */
    Rhythm(CutGrid grid, Density density, Style style, boolean stills) {
        this.grid = grid;
        this.density = density;
        this.style = style;
        this.song = new SongRhythm(grid, style, stills);
        this.anchor = grid.beats().stream()
                .filter(beat -> grid.position(beat) == 1)
                .findFirst()
                .map(Cut::beat)
                .orElse(0);
    }

    /**
     * The chosen cuts, none closer than {@link CutGrid#SHORTEST} frames to another or to an end of the film.
     *
     * @param frames length of the film
     */
    List<Cut> cuts(long frames) {
        var inside = grid.beats().stream()
                .filter(beat -> beat.frame() > 0 && beat.frame() < frames)
                .toList();
        var wanted = inside.stream().filter(beat -> chosen(beat, inside)).toList();
        var spacing = new Spacing(shortest(), CutGrid.RATE.frameAt(style.longest()), frames);
        return spacing.filled(spacing.apart(wanted), inside);
    }

    private long shortest() {
        return Math.max(CutGrid.SHORTEST, CutGrid.RATE.frameAt(style.shortest()));
    }

    private boolean chosen(Cut beat, List<Cut> inside) {
        double pace = style.pace(grid, beat);
        if (!style.onBeats().isEmpty()) {
            return style.onBeats().contains(grid.position(beat))
                    && Math.floorMod(beat.bar() - 1, Math.max(1, Math.round(1 / pace))) == 0;
        }
        return switch (style.density(grid, beat, density)) {
            case null -> song.falls(beat);
            case Density.Beats every -> onEvery(every.count(), pace, beat);
            case Density.Bars every
            when pace <= 1 || every.count() / pace >= 1 ->
                grid.position(beat) == 1
                        && Math.floorMod(beat.bar() - 1, Math.max(1, Math.round(every.count() / pace))) == 0;
            case Density.Bars every ->
                onEvery(every.count() * Math.max(1, grid.song().metre()), pace, beat);
            case Density.Time every ->
                clocks.computeIfAbsent(every.ms(), ms -> Set.copyOf(onTheClock(inside, ms)))
                        .contains(beat);
        };
    }

    private boolean onEvery(int count, double pace, Cut beat) {
        long paced = Math.round(count / pace);
        paced = pace > 1 ? Math.min(paced, count - 1) : pace < 1 ? Math.max(paced, count + 1) : count;
        return Math.floorMod(beat.beat() - anchor, Math.max(1, paced)) == 0;
    }

    /** About every {@code ms}, on the nearest beats. */
    private List<Cut> onTheClock(List<Cut> beats, long ms) {
        var cuts = new ArrayList<Cut>();
        double due = 0;
        for (int i = 0; i < beats.size(); i++) {
            var beat = beats.get(i);
            due = due == 0 ? ms / style.pace(grid, beat) : due;
            boolean nextIsFurther = i + 1 < beats.size() && beats.get(i + 1).atMs() - due > due - beat.atMs();
            if (beat.atMs() >= due || nextIsFurther) {
                cuts.add(beat);
                due += ms / style.pace(grid, beat);
            }
        }
        return cuts;
    }
}
