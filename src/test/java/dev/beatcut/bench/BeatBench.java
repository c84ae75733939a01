package dev.beatcut.bench;

import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.BeatTracker;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.TempoCandidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Measures the beat tracker on folders of {@code *.ogg} with {@code *.beats} beside them (seconds and place in the
 * bar, a beat a line) and, for some, {@code *.drop} (seconds). Arguments: the folders. Run it with {@code taskset -c 0} for the speed on one core.
 */
final class BeatBench {

    private static final double ACCEPTED_TEMPO = 0.04;

    private final Recordings recordings = new Recordings();

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            throw new IllegalArgumentException("Expected folders of songs, but got nothing");
        }
        BeatBench bench = new BeatBench();
        List<Path> songs = new ArrayList<>();
        for (String folder : args) {
            try (var files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".ogg")).sorted().forEach(songs::add);
            }
        }
        bench.measure(songs.getFirst());
        System.out.println(Result.HEADER);
        List<Result> results =
                songs.stream().map(bench::measure).peek(System.out::println).toList();
        Arrays.stream(Kind.values())
                .forEach(kind -> mean("mean of " + kind, results, result -> Kind.of(result.name) == kind));
        mean("mean of all", results, result -> true);
    }

    private static void mean(String name, List<Result> results, Predicate<Result> wanted) {
        List<Result> group = results.stream().filter(wanted).toList();
        if (!group.isEmpty()) {
            double[] means = new double[group.getFirst().values.length];
            Arrays.setAll(means, i -> group.stream()
                    .mapToDouble(result -> result.values[i])
                    .average()
                    .orElseThrow());
            System.out.println(new Result(name, means, ""));
        }
    }

    private Result measure(Path song) {
        long start = System.nanoTime();
        float[] mono = recordings.mono(song);
        BeatGrid grid = new BeatTracker().track(mono, Recordings.SAMPLE_RATE);
        double took = (System.nanoTime() - start) / 1e9;
        double speed = mono.length / (double) Recordings.SAMPLE_RATE / took;
        Truth truth = Truth.of(song);
        double[] beats = seconds(grid.beatTimesMs());
        double[] downbeats = seconds(
                grid.downbeatIndexes().stream().map(grid.beatTimesMs()::get).toList());
        double[] reference = MirEval.trim(truth.beats);
        double[] estimated = MirEval.trim(beats);
        double[] values = {
            MirEval.f(reference, estimated),
            MirEval.cmlt(reference, estimated),
            MirEval.amlt(reference, estimated),
            MirEval.f(MirEval.trim(truth.downbeats), MirEval.trim(downbeats)),
            tempoIs(grid.tempo(), truth.tempo(), 1),
            tempoIs(grid.tempo(), truth.tempo(), 1, 2, 3, 1 / 2.0, 1 / 3.0),
            truth.offset(estimated, false),
            truth.offset(estimated, true),
            speed
        };
        return new Result(song.getFileName().toString().replace(".ogg", ""), values, remarks(grid, truth));
    }

    private static double tempoIs(double heard, double annotated, double... factors) {
        return Arrays.stream(factors).anyMatch(factor -> Math.abs(heard / (annotated * factor) - 1) <= ACCEPTED_TEMPO)
                ? 1
                : 0;
    }

    private static String remarks(BeatGrid grid, Truth truth) {
        return "%.1f for %.1f bpm, %d/4, drops %s for %s, or %s"
                .formatted(
                        grid.tempo(),
                        truth.tempo(),
                        grid.metre(),
                        grid.drops().stream().map(Drop::ms).toList(),
                        truth.drops,
                        grid.alternatives().stream().map(BeatBench::text).toList());
    }

    private static String text(TempoCandidate candidate) {
        return "%.0f: %.2f".formatted(candidate.tempo(), candidate.confidence());
    }

    private static double[] seconds(List<Long> ms) {
        return ms.stream().mapToDouble(time -> time / 1000.0).toArray();
    }

    private enum Kind {
        REAL,
        GENRES,
        SYNTHETIC;

        static Kind of(String song) {
            if (song.startsWith("osu_")) {
                return REAL;
            }
            return song.startsWith("pop909_") || song.startsWith("score_") ? GENRES : SYNTHETIC;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Truth(double[] beats, double[] downbeats, List<String> drops) {

        static Truth of(Path song) {
            String base = song.toString().replace(".ogg", "");
            List<String[]> lines = lines(Path.of(base + ".beats")).stream()
                    .map(line -> line.trim().split("\\s+"))
                    .toList();
            return new Truth(
                    lines.stream()
                            .mapToDouble(line -> Double.parseDouble(line[0]))
                            .toArray(),
                    lines.stream()
                            .filter(line -> line[1].equals("1"))
                            .mapToDouble(line -> Double.parseDouble(line[0]))
                            .toArray(),
                    lines(Path.of(base + ".drop")));
        }

        private static List<String> lines(Path file) {
            try {
                return Files.exists(file)
                        ? Files.readAllLines(file).stream()
                                .filter(line -> !line.isBlank())
                                .toList()
                        : List.of();
            } catch (IOException e) {
                throw new IllegalStateException("Cannot read " + file, e);
            }
        }

        double tempo() {
            double[] intervals = new double[beats.length - 1];
            Arrays.setAll(intervals, i -> beats[i + 1] - beats[i]);
            Arrays.sort(intervals);
            return 60 / intervals[intervals.length / 2];
        }

        /** Mean distance in ms of the beats that count as found to the truth, signed (late is positive) or not. */
        double offset(double[] estimated, boolean absolute) {
            return Arrays.stream(estimated)
                    .map(beat -> Arrays.stream(beats)
                            .map(truth -> beat - truth)
                            .reduce((a, b) -> Math.abs(a) <= Math.abs(b) ? a : b)
                            .orElseThrow())
                    .filter(distance -> Math.abs(distance) <= 0.07)
                    .map(distance -> 1000 * (absolute ? Math.abs(distance) : distance))
                    .average()
                    .orElse(0);
        }
    }

    private record Result(String name, double[] values, String remarks) {

        static final String HEADER = "%-26s%7s%7s%7s%7s%7s%7s%8s%8s%8s"
                .formatted("track", "F", "CMLt", "AMLt", "down", "Acc1", "Acc2", "late ms", "off ms", "x real");

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-26s%7.3f%7.3f%7.3f%7.3f%7.2f%7.2f%8.1f%8.1f%8.0f  %s",
                    name,
                    values[0],
                    values[1],
                    values[2],
                    values[3],
                    values[4],
                    values[5],
                    values[6],
                    values[7],
                    values[8],
                    remarks);
        }
    }
}
