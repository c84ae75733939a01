package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Beat;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.List;

/**
 * The part of a song that a film is cut to.
 *
 * @param start ms in the song
 * @param frames of the film
 */
record SongPart(long start, long frames) {

    private static final long LONGEST_UNASKED_MS = 60_000;
    private static final long SHORTEST_MS = 1000;

    static SongPart of(Material song, Brief brief, boolean best, List<Material> pictures, Timeline current) {
        long wanted = brief.lengthMs() != null
                ? Math.max(SHORTEST_MS, brief.lengthMs())
                : Math.clamp(MomentPicker.worthMs(pictures), SHORTEST_MS, LONGEST_UNASKED_MS);
        long start = start(song, brief, best, wanted, current);
        return new SongPart(start, frames(song, start, wanted, brief.lengthMs() != null));
    }

    private static long start(Material song, Brief brief, boolean best, long wanted, Timeline current) {
        if (brief.songPoint() != null) {
            return SongStart.find(brief.songPoint(), song.beats(), song.durationMs());
        }
        if (best) {
            long found = SongStart.find(new SongPoint.Best(), song.beats(), song.durationMs());
            return found + wanted <= song.durationMs() ? found : lastBarLine(song, song.durationMs() - wanted);
        }
        boolean same = current.segments(TrackType.AUDIO).stream()
                .anyMatch(segment -> song.src().equals(segment.src()));
        return same ? brief.songStart() : 0;
    }

    private static long frames(Material song, long start, long wanted, boolean asked) {
        long left = (song.durationMs() - start) * 30 / 1000;
        if (asked) {
            return Math.min(left, CutGrid.RATE.frameAt(wanted));
        }
        if (wanted >= song.durationMs() - start) {
            return left;
        }
        long barLine = lastBarLine(song, start + wanted) - start;
        return CutGrid.RATE.frameAt(barLine * 4 >= wanted * 3 ? barLine : wanted);
    }

    private static long lastBarLine(Material song, long ms) {
        return song.beats().beats().stream()
                .filter(Beat::isDownbeat)
                .mapToLong(Beat::ms)
                .filter(line -> line <= ms)
                .max()
                .orElse(0);
    }
}
