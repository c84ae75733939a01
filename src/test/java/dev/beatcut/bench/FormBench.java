package dev.beatcut.bench;

import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.BeatTracker;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.Highlight;
import dev.beatcut.studio.beat.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints the drops, sections and best parts of every song in a folder, and measures the drops against {@code *.drop}
 * (seconds, one a line) where it lies beside a song. Argument: the folder.
 */
final class FormBench {

    private static final double NEAR = 0.1;

    private final Recordings recordings = new Recordings();
    private int marked;
    private int found;
    private int unmarked;

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("Expected a folder of songs, but got " + List.of(args));
        }
        var bench = new FormBench();
        try (var files = Files.list(Path.of(args[0]))) {
            files.filter(file -> file.toString().matches(".*\\.(?:ogg|mp3|m4a|wav)"))
                    .sorted()
                    .forEach(bench::measure);
        }
        System.out.printf(
                "%d of %d marked drops within %.0f ms; %d claimed that are not marked%n",
                bench.found, bench.marked, NEAR * 1000, bench.unmarked);
    }

    private void measure(Path song) {
        var grid = new BeatTracker().track(recordings.mono(song), Recordings.SAMPLE_RATE);
        var truth = truth(song);
        var claimed = grid.drops().stream().map(drop -> drop.ms() / 1000.0).toList();
        marked += truth.size();
        found += (int) truth.stream().filter(at -> isNear(at, claimed)).count();
        unmarked += (int) claimed.stream().filter(at -> !isNear(at, truth)).count();
        System.out.printf("%-30s %s%n", song.getFileName(), drops(grid, truth));
        System.out.printf("%30s %s%n", "", sections(grid));
        System.out.printf(
                "%30s best %s, 30 s %s, 15 s %s%n",
                "", text(grid.highlight()), text(grid.highlight(30_000)), text(grid.highlight(15_000)));
    }

    private static boolean isNear(double at, List<Double> others) {
        return others.stream().anyMatch(other -> Math.abs(at - other) <= NEAR);
    }

    private static String drops(BeatGrid grid, List<Double> truth) {
        return "%.1f bpm; drops %s; marked %s"
                .formatted(
                        grid.tempo(),
                        grid.drops().stream()
                                .map(drop -> "%.3f (%.2f%s)"
                                        .formatted(drop.ms() / 1000.0, drop.strength(), error(drop, truth)))
                                .collect(Collectors.joining(" ")),
                        truth);
    }

    private static String error(Drop drop, List<Double> truth) {
        return truth.stream()
                .map(at -> drop.ms() - at * 1000)
                .filter(off -> Math.abs(off) <= 1000)
                .map(", %+.0f ms"::formatted)
                .collect(Collectors.joining());
    }

    private static String sections(BeatGrid grid) {
        return grid.sections().stream().map(FormBench::text).collect(Collectors.joining(" | "));
    }

    private static String text(Section section) {
        return "%.1f %s %.2f".formatted(section.fromMs() / 1000.0, section.label(), section.energy());
    }

    private static String text(Highlight best) {
        return "%.1f to %.1f".formatted(best.fromMs() / 1000.0, best.toMs() / 1000.0);
    }

    private static List<Double> truth(Path song) {
        var file = Path.of(song.toString().replaceAll("\\.[^.]+$", ".drop"));
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(Double::valueOf).toList();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }
}
