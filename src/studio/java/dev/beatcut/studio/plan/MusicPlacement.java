package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Section;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds where a song has to lie under a video that is kept, so that its drops and beats meet the video's cuts and motion
 * peaks. Every place is tried in which a downbeat or a drop meets one of the events, or the song begins with a bar where
 * the video begins; the song is never stretched.
 */
final class MusicPlacement {

    /** Off by one frame is half as good. */
    private static final double TOLERANCE_MS = 28;

    private static final double DROP = 2;
    private static final double PHRASE = 0.5;
    private static final double OTHER_BEAT = 0.6;
    private static final double LOUDNESS = 0.3;
    private static final double SILENCE = 1;
    /** So long a silence before the first bar is none. */
    private static final long BREATH_MS = 350;

    private static final double SECTION = 0.08;
    private static final double ENDING = 0.06;
    private static final int MOST_EVENTS = 24;
    private static final long FINE_MS = 40;
    private static final long FINE_STEP_MS = 4;

    private final BeatGrid grid;
    private final List<PictureEvent> events;
    private final long filmMs;
    private final TreeSet<Long> beats = new TreeSet<>();
    private final TreeSet<Long> barLines = new TreeSet<>();
    private final double weights;

    MusicPlacement(BeatGrid grid, List<PictureEvent> events, long filmMs) {
        this.grid = grid;
        this.events = events;
        this.filmMs = filmMs;
        grid.beats().forEach(beat -> (beat.isDownbeat() ? barLines : beats).add(beat.ms()));
        beats.addAll(barLines);
        this.weights =
                Math.max(1e-9, events.stream().mapToDouble(PictureEvent::weight).sum());
    }

    /** @return ms in the song where the film begins; negative when the film begins before the song */
    long best() {
        var tried = offsets();
        long best = tried.stream().max(Comparator.comparingDouble(this::score)).orElse(0L);
        long finest = best;
        for (long offset = best - FINE_MS; offset <= best + FINE_MS; offset += FINE_STEP_MS) {
            finest = isPossible(offset) && score(offset) > score(finest) + 1e-9 ? offset : finest;
        }
        return finest;
    }

    private TreeSet<Long> offsets() {
        var offsets = new TreeSet<>(List.of(0L));
        offsets.addAll(barLines);
        var striking = events.stream()
                .sorted(Comparator.comparingDouble(PictureEvent::weight)
                        .reversed()
                        .thenComparingLong(PictureEvent::ms))
                .limit(MOST_EVENTS)
                .toList();
        for (var event : striking) {
            barLines.forEach(line -> offsets.add(line - event.ms()));
        }
        events.forEach(event -> grid.drops().forEach(drop -> offsets.add(drop.ms() - event.ms())));
        offsets.removeIf(offset -> !isPossible(offset));
        return offsets;
    }

    /** A song that is long enough plays from the start of the film, or from its first bar line there, to its end. */
    private boolean isPossible(long offset) {
        long spare = filmMs - grid.durationMs();
        return spare > 0 ? offset <= 0 && offset >= -spare : offset >= 0 && offset <= -spare || offset == 0;
    }

    double score(long offset) {
        double met = 0;
        long entry = entry(offset);
        for (var event : events) {
            long at = event.ms() + offset;
            double beat = Math.max(near(barLines, at), OTHER_BEAT * near(beats, at));
            met += at < entry - TOLERANCE_MS ? 0 : event.weight() * beat;
        }
        return met / weights
                + DROP * drops(offset)
                + PHRASE * sections(offset)
                + LOUDNESS * loudness(offset)
                + (isSection(entry(offset)) ? SECTION : 0)
                - (filmMs > grid.durationMs() ? SILENCE / 20 : SILENCE) * silence(entry - offset)
                - ENDING * rest(offset);
    }

    private static double silence(long ms) {
        return ms <= BREATH_MS ? 0 : ms / 1000.0;
    }

    private static double near(TreeSet<Long> times, long ms) {
        var before = times.floor(ms);
        var after = times.ceiling(ms);
        long off = Math.min(before == null ? 10_000 : ms - before, after == null ? 10_000 : after - ms);
        return kernel(off);
    }

    private static double kernel(double off) {
        return Math.exp(-off * off / (2 * TOLERANCE_MS * TOLERANCE_MS));
    }

    private double drops(long offset) {
        return grid.drops().stream()
                .mapToDouble(drop -> drop.strength() * meets(drop.ms() - offset))
                .sum();
    }

    private double sections(long offset) {
        return grid.sections().stream()
                        .skip(1)
                        .mapToDouble(section -> meets(section.fromMs() - offset))
                        .sum()
                / Math.max(1, grid.sections().size());
    }

    private double meets(long filmAt) {
        return events.stream()
                .mapToDouble(event -> event.weight() * kernel(event.ms() - filmAt))
                .max()
                .orElse(0);
    }

    private double loudness(long offset) {
        double sum = 0;
        for (var section : grid.sections()) {
            long shared = Math.min(section.toMs(), offset + filmMs) - Math.max(section.fromMs(), offset);
            sum += Math.max(0, shared) * section.energy();
        }
        return sum / Math.max(1, filmMs);
    }

    private boolean isSection(long ms) {
        return grid.sections().stream().map(Section::fromMs).anyMatch(from -> Math.abs(from - ms) < 90);
    }

    /** Where in the song it begins to be heard: on a bar line, unless at its own start. */
    long entry(long offset) {
        if (offset <= 0) {
            return 0;
        }
        var line = barLines.ceiling(offset);
        return line == null ? offset : line;
    }

    /** What is left of a bar at the film's end, 0 to 1. */
    private double rest(long offset) {
        var line = barLines.floor(offset + filmMs);
        double bar = 60_000.0 / Math.max(1, grid.tempo()) * Math.max(1, grid.metre());
        return line == null || offset + filmMs >= grid.durationMs() ? 0 : Math.min(1, (offset + filmMs - line) / bar);
    }

    /** The last bar line that the film reaches; its end when there is none. */
    long lastBarLine(long offset) {
        var line = barLines.floor(Math.min(grid.durationMs(), offset + filmMs));
        return line == null ? offset + filmMs : line;
    }

    /** Index of the beat nearest to an instant of the film that is heard there, -1 if there is none. */
    int beatAt(long filmAt, long offset) {
        int best = -1;
        long entry = entry(offset);
        for (int i = 0; i < grid.beats().size(); i++) {
            if (grid.beats().get(i).ms() < entry) {
                continue;
            }
            best = best < 0
                            || off(grid.beats().get(i), filmAt, offset)
                                    < off(grid.beats().get(best), filmAt, offset)
                    ? i
                    : best;
        }
        return best;
    }

    private static long off(Beat beat, long filmAt, long offset) {
        return Math.abs(beat.ms() - offset - filmAt);
    }
}
