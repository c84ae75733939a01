package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Divides a film into shots: at its cuts, but for the places that single clips were given. */
final class Slots {

    /** Whoever asks for a clip at an end wants to see it there: a second and a half. */
    private static final long SEEN = 45;

    /** Frames {@code [from, to)} of the film for one reel; a null cut is no beat. */
    private record Place(long from, Cut start, long to, Cut end, Reel reel) {}

    private final CutGrid grid;
    private final List<Cut> cuts;
    private final long frames;
    private final Casting casting;
    private final List<Place> places = new ArrayList<>();

    private Slots(CutGrid grid, List<Cut> cuts, long frames, Casting casting) {
        this.grid = grid;
        this.cuts = cuts;
        this.frames = frames;
        this.casting = casting;
    }

    static List<Slot> of(CutGrid grid, List<Cut> cuts, long frames, Casting casting, Transitions transitions) {
        var slots = new Slots(grid, cuts, frames, casting);
        slots.give();
        return slots.divided(transitions);
    }

    private void give() {
        long open = 0;
        Cut at = null;
        for (var reel : casting.opening()) {
            var end = end(open, frames, reel);
            if (end.frame() > open) {
                places.add(new Place(open, at, end.frame(), beat(end), reel));
                open = end.frame();
                at = beat(end);
            }
        }
        long close = frames;
        Cut end = null;
        for (var reel : casting.closing().reversed()) {
            var start = start(open, close, reel);
            if (start.frame() < close) {
                places.add(new Place(start.frame(), start.frame() == open ? at : beat(start), close, end, reel));
                close = start.frame();
                end = beat(start);
            }
        }
        for (var reel : casting.middle()) {
            open = between(open, at, close, reel);
        }
    }

    private long between(long open, Cut at, long close, Reel reel) {
        long wanted = frames * reel.order() / casting.reels().size();
        long from = open;
        var start = cuts.stream()
                .filter(cut -> cut.frame() >= from + CutGrid.SHORTEST && cut.frame() < close)
                .min(Comparator.comparingLong(cut -> Math.abs(cut.frame() - wanted)))
                .orElse(open < close ? marker(open, at) : null);
        if (start == null) {
            return open;
        }
        var end = end(start.frame(), close, reel);
        if (end.frame() <= start.frame()) {
            return open;
        }
        places.add(new Place(start.frame(), beat(start), end.frame(), end.frame() == close ? null : beat(end), reel));
        return end.frame();
    }

    /** Where a reel that begins at {@code from} ends: a whole one on the last beat that it reaches. */
    private Cut end(long from, long limit, Reel reel) {
        long reach = from + reach(reel);
        if (reach >= limit && isForAll(limit - from, reel)) {
            return marker(limit, null);
        }
        long last = Math.min(reach, limit - CutGrid.SHORTEST);
        var beats = within(grid.beats(), from + CutGrid.SHORTEST, last);
        if (beats.isEmpty()) {
            return marker(Math.min(reach, limit), null);
        }
        var seen = within(cuts, from + SEEN, last);
        return casting.isWhole(reel) || seen.isEmpty() ? beats.getLast() : seen.getFirst();
    }

    /** Where a reel that ends at {@code to} begins. */
    private Cut start(long limit, long to, Reel reel) {
        long reach = to - reach(reel);
        if (reach <= limit && isForAll(to - limit, reel)) {
            return marker(limit, null);
        }
        long first = Math.max(reach, limit + CutGrid.SHORTEST);
        var beats = within(grid.beats(), first, to - CutGrid.SHORTEST);
        if (beats.isEmpty()) {
            return marker(Math.max(reach, limit), null);
        }
        var seen = within(cuts, first, to - SEEN);
        return casting.isWhole(reel) || seen.isEmpty() ? beats.getFirst() : seen.getLast();
    }

    /** Frames that a reel can fill; a little less than it has, since its end is no frame's. */
    private static long reach(Reel reel) {
        return CutGrid.RATE.frameAt(Math.min(3_600_000, reel.durationMs()) - 20);
    }

    private boolean isForAll(long left, Reel reel) {
        return casting.isWhole(reel) || left <= SEEN + CutGrid.SHORTEST;
    }

    private static List<Cut> within(List<Cut> cuts, long first, long last) {
        return cuts.stream()
                .filter(cut -> cut.frame() >= first && cut.frame() <= last)
                .toList();
    }

    private static Cut marker(long frame, Cut beat) {
        return beat != null ? beat : new Cut(frame, -1, 0, 0, "", CutGrid.RATE.msOf(frame));
    }

    private static Cut beat(Cut cut) {
        return cut == null || cut.beat() < 0 ? null : cut;
    }

    private List<Slot> divided(Transitions transitions) {
        var borders = new TreeMap<Long, Cut>();
        cuts.stream().filter(this::isOutside).forEach(cut -> borders.put(cut.frame(), cut));
        for (var place : places) {
            borders.put(place.from, borders.getOrDefault(place.from, place.start));
            borders.put(place.to, borders.getOrDefault(place.to, place.end));
        }
        borders.remove(frames);
        borders.putIfAbsent(0L, null);
        var edges = new ArrayList<>(borders.keySet());
        edges.add(frames);
        var slots = new ArrayList<Slot>();
        long lead = 0;
        for (int i = 0; i + 1 < edges.size(); i++) {
            long from = edges.get(i);
            long to = edges.get(i + 1);
            long tail = 0;
            if (i + 2 < edges.size()) {
                tail = transitions.half(borders.get(to), Math.min(to - from, edges.get(i + 2) - to));
            }
            slots.add(new Slot(Shot.of(grid, from, to, borders.get(from), lead, tail), bound(from)));
            lead = tail;
        }
        return slots;
    }

    /** Neither inside of a place nor so near to one that a shot would flicker. */
    private boolean isOutside(Cut cut) {
        return places.stream()
                .noneMatch(place ->
                        cut.frame() > place.from - CutGrid.SHORTEST && cut.frame() < place.to + CutGrid.SHORTEST);
    }

    private Reel bound(long frame) {
        return places.stream()
                .filter(place -> place.from <= frame && frame < place.to)
                .map(Place::reel)
                .findFirst()
                .orElse(null);
    }
}
