package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Cuts pictures to a song: which shots, and what they show. */
final class Montage {

    private final CutGrid grid;
    private final Style style;
    private final List<Material> pictures;

    /** @param pictures in the order in which they were brought */
    Montage(CutGrid grid, Style style, List<Material> pictures) {
        this.grid = grid;
        this.style = style;
        this.pictures = pictures;
    }

    /**
     * @param density null to follow the song
     * @param before the film so far
     * @return empty when the clips are too short to show anything
     */
    List<Scene> scenes(Density density, long frames, Timeline before) {
        var cuts = cuts(density, frames);
        var scenes = scenes(cuts, frames, before);
        return scenes.isEmpty() ? scenes(cuts, frames, Timeline.EMPTY) : scenes;
    }

    private List<Scene> scenes(List<Cut> cuts, long frames, Timeline before) {
        var casting = new Casting(pictures, style);
        if (casting.reels().isEmpty()) {
            return List.of();
        }
        var slots =
                Slots.of(grid, casting.isOneStill() ? List.of() : cuts, frames, casting, new Transitions(grid, style));
        return Storyboard.of(grid, slots, frames, casting, new Earlier(before, casting.pictures()));
    }

    private List<Cut> cuts(Density density, long frames) {
        return grid.beats().isEmpty()
                ? clockCuts(density, frames)
                : new Rhythm(grid, density, style, new Casting(pictures, style).areStills()).cuts(frames);
    }

    /** Without beats the clock decides; these cuts are no beats and so have no why. */
    private static List<Cut> clockCuts(Density density, long frames) {
        var cuts = new ArrayList<Cut>();
        if (density instanceof Density.Time time) {
            for (long ms = time.ms(); CutGrid.RATE.frameAt(ms) + CutGrid.SHORTEST <= frames; ms += time.ms()) {
                cuts.add(new Cut(CutGrid.RATE.frameAt(ms), -1, 0, 0, "clock", ms));
            }
        }
        return cuts;
    }
}
