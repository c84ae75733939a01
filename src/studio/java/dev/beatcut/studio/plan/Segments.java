package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.timeline.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what was decided as segments of a timeline.
 *
 * @param width of the film in pixels
 * @param ownGain of the clips' own sound
 */
record Segments(Material song, int width, int height, double ownGain) {

    List<Segment> cut(List<Scene> scenes, Transitions transitions) {
        var segments = new ArrayList<Segment>();
        Scene last = null;
        for (var scene : scenes) {
            var stretch = scene.stretch();
            var m = notes(stretch);
            if (stretch.move() != null) {
                m.put("move", stretch.move());
            }
            var cut = scene.shot().cut();
            if (cut != null && cut.beat() >= 0) {
                m.set("why", why(cut).put("at", cut.atMs()));
            }
            var transition = last == null ? null : transitions.between(last, scene);
            if (transition != null) {
                m.set("transition", transition);
            }
            segments.add(
                    segment(segments.size(), scene.shot().from(), scene.shot().to(), stretch, m));
            last = scene;
        }
        return segments;
    }

    /** The video's own shots; those that a beat meets say so. */
    List<Segment> kept(KeptVideo video, CutGrid grid, MusicPlacement placement, long offset) {
        var segments = new ArrayList<Segment>();
        for (var piece : video.pieces()) {
            var stretch = new Stretch(piece.material(), piece.sourceMs(), piece.sourceMs() + piece.ms(), null);
            var m = notes(stretch);
            if (piece.material().kind() == Material.Kind.PHOTO) {
                m.put("move", "zoom-in");
            }
            var why = why(piece, video, grid, placement, offset);
            if (why != null) {
                m.set("why", why);
            }
            segments.add(segment(segments.size(), piece.from(), piece.to(), stretch, m));
        }
        return segments;
    }

    /** {@code at} is told only where the segment begins on the beat; the instant of a peak is {@code peak}. */
    private ObjectNode why(Piece piece, KeptVideo video, CutGrid grid, MusicPlacement placement, long offset) {
        long start = CutGrid.RATE.msOf(piece.from());
        int beat = placement.beatAt(start, offset);
        if (piece.entry() != null && beat >= 0) {
            var cut = grid.beats().get(beat);
            if (Math.abs(cut.atMs() - start) <= Placed.MET_MS) {
                return why(cut).put("reason", piece.entry()).put("at", cut.atMs());
            }
        }
        PictureEvent strongest = null;
        for (var event : video.events()) {
            boolean inside = event.ms() >= start && event.ms() < CutGrid.RATE.msOf(piece.to());
            int near = event.cut() || !inside ? -1 : placement.beatAt(event.ms(), offset);
            boolean met = near >= 0 && Math.abs(grid.beats().get(near).atMs() - event.ms()) <= Placed.MET_MS;
            strongest = met && (strongest == null || event.weight() > strongest.weight()) ? event : strongest;
        }
        return strongest == null
                ? null
                : why(grid.beats().get(placement.beatAt(strongest.ms(), offset)))
                        .put("reason", strongest.reason())
                        .put("peak", strongest.ms());
    }

    private ObjectNode notes(Stretch stretch) {
        var picture = stretch.material();
        var m = JsonNodeFactory.instance
                .objectNode()
                .put("name", Cutter.bareName(picture.name()))
                .put(
                        "kind",
                        switch (picture.kind()) {
                            case PHOTO -> "photo";
                            case VISUAL -> "visual";
                            default -> "clip";
                        });
        new Fit(width, height).write(stretch, m);
        return m;
    }

    private Segment segment(int index, long from, long to, Stretch stretch, ObjectNode m) {
        long start = CutGrid.RATE.msOf(from);
        return Segment.media(
                "sg_v" + (index + 1),
                start,
                CutGrid.RATE.msOf(to) - start,
                stretch.material().src(),
                stretch.from(),
                stretch.material().hasSound() ? ownGain : 0,
                m);
    }

    private ObjectNode why(Cut cut) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("beat", cut.beat())
                .put("bar", cut.bar())
                .put("strength", cut.strength())
                .put("source", song.name())
                .put("reason", cut.reason());
    }
}
