package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Keeps shots within their shortest and longest length.
 *
 * @param shortest frames between two cuts, and from the film's ends
 * @param longest frames; 0 for no limit
 * @param frames of the film
 */
record Spacing(long shortest, long longest, long frames) {

    /** Four fifths of a second: so long the first and the last shot hold, where the film cuts that slowly at all. */
    private static final long HOLD = 24;

    /** Of the shot beside it; the last goes dark with the song. */
    private static final double OPENING = 0.6;

    private static final double CLOSING = 0.95;

    /** Of cuts too close together the stronger stands. */
    List<Cut> apart(List<Cut> wanted) {
        var kept = new TreeMap<Long, Cut>();
        long end = frames - shortest;
        wanted.stream()
                .sorted(Comparator.comparingDouble(Cut::strength).reversed().thenComparingLong(Cut::frame))
                .filter(cut -> cut.frame() >= shortest && cut.frame() <= end)
                .forEach(cut -> {
                    var before = kept.floorKey(cut.frame());
                    var after = kept.ceilingKey(cut.frame());
                    if ((before == null || cut.frame() - before >= shortest)
                            && (after == null || after - cut.frame() >= shortest)) {
                        kept.put(cut.frame(), cut);
                    }
                });
        return held(new ArrayList<>(kept.values()));
    }

    private List<Cut> held(List<Cut> cuts) {
        if (cuts.size() > 1 && isStub(cuts.get(0).frame(), OPENING, cuts.get(0), cuts.get(1))) {
            cuts.removeFirst();
        }
        int last = cuts.size() - 1;
        if (last > 0 && isStub(frames - cuts.get(last).frame(), CLOSING, cuts.get(last), cuts.get(last - 1))) {
            cuts.removeLast();
        }
        return cuts;
    }

    /** Whether a shot at an end of the film is short beside the one next to it. */
    private static boolean isStub(long length, double share, Cut cut, Cut next) {
        long beside = Math.abs(next.frame() - cut.frame());
        return length < Math.min(HOLD, share * beside) && !cut.reason().equals("drop");
    }

    /** Divides shots that are too long on the strongest beat that makes them short enough, the latest of equals. */
    List<Cut> filled(List<Cut> cuts, List<Cut> beats) {
        if (longest <= 0) {
            return cuts;
        }
        var filled = new ArrayList<Cut>();
        long from = 0;
        for (int i = 0; i <= cuts.size(); i++) {
            long to = i < cuts.size() ? cuts.get(i).frame() : frames;
            for (var more = within(from, to, beats); more != null; more = within(from, to, beats)) {
                filled.add(more);
                from = more.frame();
            }
            if (i < cuts.size()) {
                filled.add(cuts.get(i));
            }
            from = to;
        }
        return filled;
    }

    private Cut within(long from, long to, List<Cut> beats) {
        if (to - from <= longest) {
            return null;
        }
        var possible = beats.stream()
                .filter(beat -> beat.frame() - from >= shortest && to - beat.frame() >= shortest)
                .toList();
        return possible.stream()
                .filter(beat -> beat.frame() - from <= longest)
                .max(Comparator.comparingDouble(Cut::strength).thenComparingLong(Cut::frame))
                .orElse(possible.isEmpty() ? null : possible.getFirst());
    }
}
