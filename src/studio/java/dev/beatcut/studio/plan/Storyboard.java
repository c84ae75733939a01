package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Fills the shots of a film with stretches of the pictures: first those that are settled, because of a rule or because
 * they were there before; then the drops, which get the best; then the others in their order.
 */
final class Storyboard {

    private final CutGrid grid;
    private final Casting casting;
    private final MomentPicker picker;
    private final Earlier earlier;
    private final List<Slot> slots;
    private final List<List<Scene>> filled = new ArrayList<>();

    private Storyboard(CutGrid grid, Casting casting, long frames, List<Slot> slots, Earlier earlier) {
        this.grid = grid;
        this.casting = casting;
        this.picker = new MomentPicker(casting.reels(), frames);
        this.earlier = earlier;
        this.slots = slots;
        slots.forEach(slot -> filled.add(List.of()));
    }

    /** @return without gaps from frame 0 to {@code frames}; empty when the clips are too short to show anything */
    static List<Scene> of(CutGrid grid, List<Slot> slots, long frames, Casting casting, Earlier earlier) {
        var board = new Storyboard(grid, casting, frames, slots, earlier);
        board.settle();
        boolean whole = board.fillAll(true) && board.fillAll(false);
        return whole ? board.filled.stream().flatMap(Collection::stream).toList() : List.of();
    }

    private void settle() {
        for (int i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            if (slot.bound() != null && casting.isWhole(slot.bound())) {
                put(
                        i,
                        slot.bound(),
                        new Stretch(slot.bound().material(), 0, slot.shot().ms(), null));
            }
        }
        for (int i = 0; i < slots.size(); i++) {
            if (filled.get(i).isEmpty() && !casting.isTurnOnly()) {
                keep(i);
            }
        }
    }

    private void put(int i, Reel reel, Stretch stretch) {
        if (reel.has(stretch.from(), stretch.to())) {
            reel.use(stretch);
            filled.set(i, List.of(new Scene(slots.get(i).shot(), reel, stretch)));
        }
    }

    private void keep(int i) {
        var shot = slots.get(i).shot();
        for (var reel : casting.reels()) {
            var stretch = earlier.shown(shot, reel).orElse(null);
            if (stretch != null && isAllowed(slots.get(i), reel) && holds(stretch, reel, shot)) {
                boolean seen = MomentPicker.isSeen(stretch, before(i), after(i));
                if (seen) {
                    put(i, reel, stretch);
                }
            }
        }
    }

    /** A shot that lasts as long as before was good before; one that grew must not run into something. */
    private boolean holds(Stretch stretch, Reel reel, Shot shot) {
        if (!reel.canFade(stretch, shot.lead(), shot.tail())) {
            return false;
        }
        var offer = reel.judged(stretch, shot);
        return earlier.isSame(shot) || offer.uses() == 0 && offer.trouble() == 0 && offer.dull() == 0;
    }

    private boolean isAllowed(Slot slot, Reel reel) {
        return slot.bound() == null ? casting.isFree(reel) : slot.bound() == reel;
    }

    private boolean fillAll(boolean firstOnes) {
        for (int i = 0; i < slots.size(); i++) {
            var cut = slots.get(i).shot().cut();
            boolean first = !casting.isTurnOnly()
                    && (slots.get(i).bound() != null
                            || cut != null && cut.reason().equals("drop"));
            if (filled.get(i).isEmpty() && first == firstOnes) {
                var scenes = new ArrayList<Scene>();
                if (!fill(slots.get(i), i, slots.get(i).shot(), scenes) && !fillFreely(i, scenes)) {
                    return false;
                }
                filled.set(i, scenes);
            }
        }
        return true;
    }

    /** Where what was asked of a clip cannot be, the film does not fail for it. */
    private boolean fillFreely(int i, List<Scene> scenes) {
        scenes.clear();
        return slots.get(i).bound() != null
                && fill(new Slot(slots.get(i).shot(), null), i, slots.get(i).shot(), scenes);
    }

    /** A shot longer than any clip is divided, on a beat if there is one. */
    private boolean fill(Slot slot, int i, Shot shot, List<Scene> scenes) {
        var before = scenes.isEmpty() ? before(i) : scenes.getLast().stretch();
        var after = shot.to() == slots.get(i).shot().to() ? after(i) : null;
        var best = picker.best(shot, reel -> isAllowed(slot, reel), before, after);
        if (best.isPresent()) {
            best.get().reel().use(best.get().stretch());
            scenes.add(new Scene(shot, best.get().reel(), best.get().stretch()));
            return true;
        }
        if (shot.frames() < 2 * CutGrid.SHORTEST) {
            return false;
        }
        var cut = grid.between(shot.from(), shot.to());
        long middle = cut == null ? (shot.from() + shot.to()) / 2 : cut.frame();
        return fill(slot, i, Shot.of(grid, shot.from(), middle, shot.cut(), shot.lead(), 0), scenes)
                && fill(slot, i, Shot.of(grid, middle, shot.to(), cut, 0, shot.tail()), scenes);
    }

    private Stretch before(int i) {
        return i == 0 ? null : end(filled.get(i - 1), true);
    }

    private Stretch after(int i) {
        return i + 1 == slots.size() ? null : end(filled.get(i + 1), false);
    }

    private static Stretch end(List<Scene> scenes, boolean last) {
        return scenes.isEmpty() ? null : (last ? scenes.getLast() : scenes.getFirst()).stretch();
    }
}
