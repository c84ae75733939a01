package dev.beatcut.timeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The timeline in one line, exactly as the skills print it. Prints only what is known. */
public final class Summary {

    private Summary() {}

    /**
     * {@code Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)}
     */
    public static String of(Timeline timeline) {
        var tracks = timeline.tracks().stream()
                .filter(track -> !track.segments().isEmpty())
                .toList();
        var said = new StringBuilder("Timeline (" + tracks.size() + (tracks.size() == 1 ? " track)" : " tracks)"));
        for (int i = 0; i < tracks.size(); i++) {
            said.append(i == 0 ? ": " : " ").append(i + 1).append(". ").append(line(tracks.get(i)));
        }
        return said.toString();
    }

    private static String line(Track track) {
        var what = what(track);
        return TrackType.label(track.type()) + (what.isEmpty() ? "" : ": " + what) + " (" + details(track) + ")";
    }

    /** Names in order of appearance, each once; texts are quoted. */
    private static String what(Track track) {
        return track.segments().stream()
                .map(segment -> segment.text() != null ? '"' + segment.text() + '"' : segment.name())
                .filter(name -> name != null)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String details(Track track) {
        List<String> details = new ArrayList<>();
        long from = track.segments().stream().mapToLong(Segment::start).min().orElse(0);
        long to = track.segments().stream().mapToLong(Segment::end).max().orElse(0);
        details.add(to > from ? seconds(from) + "-" + seconds(to) + "s" : "from " + seconds(from) + "s");
        if (track.segments().size() > 1 && track.is(TrackType.VIDEO)) {
            details.add(track.segments().size() + " segments");
        }
        var gain = track.segments().getFirst().gain();
        if (track.is(TrackType.AUDIO) && gain != null) {
            details.add(Math.round(gain * 100) + "%");
        }
        return String.join(", ", details);
    }

    static String seconds(long ms) {
        return BigDecimal.valueOf(ms, 3)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
