package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.List;

/** Fills the shots of a film with stretches of the pictures. */
final class Storyboard {

    /** A shot and what it shows. */
    record Scene(Shot shot, Stretch stretch) {}

    private final CutGrid grid;
    private final MomentPicker picker;
    private final List<Scene> scenes = new ArrayList<>();

    private Storyboard(CutGrid grid, MomentPicker picker) {
        this.grid = grid;
        this.picker = picker;
    }

    /** @return without gaps from frame 0 to {@code frames}; empty when the clips are too short to show anything */
    static List<Scene> of(CutGrid grid, List<Cut> cuts, long frames, List<Material> pictures) {
        // One photo cannot be cut against itself.
        boolean one = pictures.size() == 1 && pictures.getFirst().kind() == Material.Kind.PHOTO;
        var board = new Storyboard(grid, new MomentPicker(pictures));
        boolean whole = shots(one ? List.of() : cuts, frames).stream().allMatch(board::fill);
        return whole ? List.copyOf(board.scenes) : List.of();
    }

    private static List<Shot> shots(List<Cut> cuts, long frames) {
        var shots = new ArrayList<Shot>();
        long from = 0;
        Cut start = null;
        for (var cut : cuts) {
            shots.add(new Shot(from, cut.frame(), start));
            from = cut.frame();
            start = cut;
        }
        shots.add(new Shot(from, frames, start));
        return shots;
    }

    /** A shot longer than any clip is divided, on a beat if there is one. */
    private boolean fill(Shot shot) {
        var stretch = picker.next(CutGrid.RATE.msOf(shot.to()) - CutGrid.RATE.msOf(shot.from()));
        if (stretch.isPresent()) {
            scenes.add(new Scene(shot, stretch.get()));
            return true;
        }
        if (shot.frames() < 2 * CutGrid.SHORTEST) {
            return false;
        }
        var cut = grid.between(shot.from(), shot.to());
        long middle = cut == null ? (shot.from() + shot.to()) / 2 : cut.frame();
        return fill(new Shot(shot.from(), middle, shot.cut())) && fill(new Shot(middle, shot.to(), cut));
    }
}
