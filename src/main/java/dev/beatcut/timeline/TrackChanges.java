package dev.beatcut.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/** What changed between two states of one track. */
final class TrackChanges {

    private record Pair(Segment before, Segment after) {}

    /** From so many segments on, a track of which most differ was cut anew, and nobody wants the list. */
    private static final int MANY = 4;

    private final int type;
    private final List<Segment> before;
    private final List<Segment> after;
    private final List<Pair> kept = new ArrayList<>();
    private final List<Segment> added = new ArrayList<>();
    private final List<Segment> removed = new ArrayList<>();

    TrackChanges(Track before, Track after) {
        this.type = after.type();
        this.before = before.segments();
        this.after = after.segments();
        var left = keyed(this.before);
        keyed(this.after).forEach((key, segment) -> {
            var was = left.remove(key);
            if (was == null) {
                added.add(segment);
            } else {
                kept.add(new Pair(was, segment));
            }
        });
        removed.addAll(left.values());
    }

    private static Map<String, Segment> keyed(List<Segment> segments) {
        var keyed = new LinkedHashMap<String, Segment>();
        for (int i = 0; i < segments.size(); i++) {
            var id = segments.get(i).id();
            keyed.put(id == null || keyed.containsKey("id " + id) ? "at " + i : "id " + id, segments.get(i));
        }
        return keyed;
    }

    void addTo(List<Change> changes) {
        volume(changes);
        if (type == TrackType.TEXT.code()) {
            titles(changes);
        } else if (cutAnew()) {
            changes.add(new Change.CutAnew(type, before.size(), after.size()));
            return;
        } else {
            count(added.size(), changes, new Change.SegmentsAdded(type, added.size()));
            count(removed.size(), changes, new Change.SegmentsRemoved(type, removed.size()));
        }
        int replaced = count((a, b) -> !Objects.equals(a.src(), b.src()));
        int trimmed = count((a, b) -> Objects.equals(a.src(), b.src()) && !sameStretch(a, b));
        int moved = count((a, b) -> Objects.equals(a.src(), b.src()) && sameStretch(a, b) && a.start() != b.start());
        int restyled =
                count((a, b) -> !SameJson.same(shown(a, b), shown(b, a)) || !SameJson.same(a.other(), b.other()));
        count(replaced, changes, new Change.SegmentsReplaced(type, replaced));
        count(trimmed, changes, new Change.SegmentsTrimmed(type, trimmed));
        count(moved, changes, new Change.SegmentsMoved(type, moved));
        count(replaced > 0 ? 0 : restyled, changes, new Change.SegmentsRestyled(type, restyled));
    }

    private void titles(List<Change> changes) {
        added.forEach(title -> changes.add(new Change.TitleAdded(title.text())));
        removed.forEach(title -> changes.add(new Change.TitleRemoved(title.text())));
        kept.stream()
                .filter(pair -> !Objects.equals(pair.before.text(), pair.after.text()))
                .forEach(pair -> changes.add(new Change.TitleChanged(pair.before.text(), pair.after.text())));
    }

    private void volume(List<Change> changes) {
        kept.stream()
                .filter(pair -> Objects.equals(pair.before.src(), pair.after.src()))
                .filter(pair -> !Objects.equals(pair.before.gain(), pair.after.gain()))
                .findFirst()
                .ifPresent(pair -> changes.add(new Change.VolumeChanged(type, pair.before.gain(), pair.after.gain())));
    }

    /** More than segments put in or taken out, and more than half of the track. */
    private boolean cutAnew() {
        int differ = count((a, b) -> !Objects.equals(a.src(), b.src()) || !sameStretch(a, b));
        boolean more = differ > 0 || !added.isEmpty() && !removed.isEmpty();
        return more
                && Math.max(before.size(), after.size()) >= MANY
                && 2 * (differ + added.size() + removed.size()) > after.size();
    }

    private static boolean sameStretch(Segment a, Segment b) {
        return Objects.equals(a.duration(), b.duration()) && Objects.equals(a.sourceStart(), b.sourceStart());
    }

    /**
     * What a viewer can see of the metadata: why a cut is where it is, is no style, nor is that another stretch is
     * cropped elsewhere.
     */
    private static ObjectNode shown(Segment segment, Segment other) {
        var unseen = sameStretch(segment, other) ? List.of("why") : List.of("why", "fit", "focus");
        return segment.m().deepCopy().without(unseen);
    }

    private int count(BiPredicate<Segment, Segment> differ) {
        return (int) kept.stream()
                .filter(pair -> differ.test(pair.before, pair.after))
                .count();
    }

    private static void count(int count, List<Change> changes, Change change) {
        if (count > 0) {
            changes.add(change);
        }
    }
}
