package dev.beatcut.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What changed between two timelines, for edits whose stream closed without a word. */
public final class Changes {

    private Changes() {}

    /** In the order of the tracks, then length and size; empty when nothing changed. */
    public static List<Change> between(Timeline before, Timeline after) {
        var changes = new ArrayList<Change>();
        var old = keyed(before);
        var now = keyed(after);
        old.forEach((key, track) -> {
            if (!now.containsKey(key)) {
                gone(track, changes);
            }
        });
        for (var track : now.entrySet()) {
            var was = old.get(track.getKey());
            if (was == null) {
                come(track.getValue(), changes);
            } else {
                new TrackChanges(was, track.getValue()).addTo(changes);
            }
        }
        if (before.length() != after.length()) {
            changes.add(new Change.LengthChanged(before.length(), after.length()));
        }
        if (before.width() != after.width() || before.height() != after.height()) {
            changes.add(new Change.SizeChanged(after.width(), after.height()));
        }
        if (changes.isEmpty() && !SameJson.same(Draft.write(before), Draft.write(after))) {
            changes.add(new Change.DetailsChanged());
        }
        return List.copyOf(changes);
    }

    /** Ids come and go between drafts: the n-th track of its type is the same track. An empty one is none. */
    private static Map<String, Track> keyed(Timeline timeline) {
        var count = new HashMap<Integer, Integer>();
        var keyed = new LinkedHashMap<String, Track>();
        for (var track : timeline.tracks()) {
            if (!track.segments().isEmpty()) {
                keyed.put(track.type() + "/" + count.merge(track.type(), 1, Integer::sum), track);
            }
        }
        return keyed;
    }

    private static void gone(Track track, List<Change> changes) {
        var texts = texts(track);
        if (track.is(TrackType.TEXT) && !texts.isEmpty()) {
            texts.forEach(text -> changes.add(new Change.TitleRemoved(text)));
        } else {
            changes.add(new Change.TrackRemoved(track.type()));
        }
    }

    private static void come(Track track, List<Change> changes) {
        var texts = texts(track);
        if (track.is(TrackType.TEXT) && !texts.isEmpty()) {
            texts.forEach(text -> changes.add(new Change.TitleAdded(text)));
        } else {
            changes.add(new Change.TrackAdded(track.type(), track.segments().size()));
        }
    }

    private static List<String> texts(Track track) {
        return track.segments().stream()
                .map(Segment::text)
                .filter(Objects::nonNull)
                .toList();
    }
}
