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
    /** Less is over before one hears the song: what was shown may come again. */
    private static final long SHORTEST_UNASKED_MS = 10_000;

    private static final long SHORTEST_MS = 1000;

    static SongPart of(Material song, Brief brief, boolean best, List<Material> pictures, Timeline current) {
        long wanted = brief.lengthMs() != null
                ? Math.max(SHORTEST_MS, brief.lengthMs())
                : Math.clamp(MomentPicker.worthMs(pictures), SHORTEST_UNASKED_MS, LONGEST_UNASKED_MS);
        boolean asked = brief.lengthMs() != null;
        if (best && brief.songPoint() == null) {
            return best(song, wanted, asked);
        }
        long start = start(song, brief, current);
        return new SongPart(start, frames(song, start, wanted, asked));
    }

    /** Of a length that suits the song where none is asked and the pictures last for it. */
    private static SongPart best(Material song, long wanted, boolean asked) {
        var usual = song.beats().highlight();
        var best = asked || usual.lengthMs() > wanted ? song.beats().highlight(wanted) : usual;
        if (!asked) {
            return new SongPart(best.fromMs(), frames(song, best.fromMs(), best.lengthMs(), true));
        }
        boolean reaches = best.fromMs() + wanted <= song.durationMs();
        long start = reaches ? best.fromMs() : lastBarLine(song, song.durationMs() - wanted);
        return new SongPart(start, frames(song, start, wanted, true));
    }

    private static long start(Material song, Brief brief, Timeline current) {
        if (brief.songPoint() != null) {
            return SongStart.find(brief.songPoint(), song.beats(), song.durationMs());
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
