package dev.beatcut.studio.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * ffmpeg and ffprobe as child processes, driven by argument lists: no shell, standard input closed unless it is written to, always ended when a
 * call returns. Thread-safe. An interrupt stops the process (SIGTERM, then SIGKILL) and the call ends with a
 * {@link java.util.concurrent.CancellationException}, the interrupt flag set.
 */
public final class Ffmpeg {

    private final Executables executables;
    private final Children children;
    private final Supplier<String> version = Lazy.of(() -> said("-version"));
    private final Supplier<List<String>> encoders = Lazy.of(() -> named(said("-encoders")));

    public Ffmpeg(Executables executables) {
        this.executables = executables;
        this.children = new Children(executables.environment()).endingWithTheJvm();
    }

    /** The ffmpeg that came with the program; extracted at the first call. */
    public static Ffmpeg bundled() {
        return Bundled.FFMPEG;
    }

    private static final class Bundled {
        private static final Ffmpeg FFMPEG = new Ffmpeg(Bundle.extract());
    }

    /**
     * What {@code file} really holds, judged by its content.
     *
     * @throws dev.beatcut.problem.Problem {@code FILE_EMPTY}, {@code UNSUPPORTED_FORMAT} or {@code FILE_DAMAGED}
     */
    public MediaInfo probe(Path file) {
        return new Probe(this).of(file);
    }

    /**
     * When the pictures begin that are read, and decoded, when these times are sought; the times themselves where that
     * cannot be told. Seconds, in the same order.
     */
    public List<Double> keyFrames(Path file, MediaInfo info, List<Double> seconds) {
        return new KeyFrames(this).before(seconds, file, info);
    }

    /** @throws FfmpegFailed it ended with another exit code than 0 */
    public void run(List<String> arguments) {
        run(arguments, ms -> {});
    }

    /**
     * Runs ffmpeg; nothing of the arguments may write to standard output.
     *
     * @param writtenMs told several times a second: ms of output written so far
     * @return frames of picture written
     * @throws FfmpegFailed it ended with another exit code than 0
     */
    public long run(List<String> arguments, LongConsumer writtenMs) {
        var command = ffmpeg();
        command.addAll(List.of("-progress", "pipe:1", "-stats_period", "0.25"));
        command.addAll(arguments);
        return children.read(command, new Progress(writtenMs), null);
    }

    /**
     * Runs ffmpeg, one of whose inputs is {@code pipe:0}; nothing of the arguments may write to standard output.
     *
     * @param writer fed to it on this thread, no faster than it reads
     * @throws FfmpegFailed it ended with another exit code than 0
     */
    public void write(List<String> arguments, Writing writer) {
        var command = ffmpeg();
        command.addAll(arguments);
        children.run(command, writer, nothing -> null, null);
    }

    /**
     * Runs ffmpeg, whose arguments end in {@code pipe:1}.
     *
     * @throws FfmpegFailed it ended with another exit code than 0
     */
    public <T> T read(List<String> arguments, Reading<T> reader) {
        return read(arguments, reader, line -> {});
    }

    /** Like {@link #read(List, Reading)}; {@code logLine} gets its log as it comes, on another thread. */
    public <T> T read(List<String> arguments, Reading<T> reader, Consumer<String> logLine) {
        var command = ffmpeg();
        command.addAll(arguments);
        return children.read(command, reader, logLine);
    }

    /** What this build says of itself: its version, its configuration and its libraries. */
    public String version() {
        return version.get();
    }

    /** Names of the video and audio encoders in this build, such as {@code libx264}. */
    public List<String> encoders() {
        return encoders.get();
    }

    private String said(String option) {
        return read(List.of(option), in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    private static List<String> named(String listing) {
        return listing.lines()
                .map(String::strip)
                .dropWhile(line -> !line.startsWith("---"))
                .skip(1)
                .map(line -> line.split("\\s+")[1])
                .toList();
    }

    /** ffprobe's answer as JSON text. */
    String ffprobe(List<String> arguments) {
        return ffprobe(arguments, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    <T> T ffprobe(List<String> arguments, Reading<T> reader) {
        var command = new ArrayList<>(List.of(executables.ffprobe().toString(), "-hide_banner", "-v", "error"));
        command.addAll(arguments);
        return children.read(command, reader, null);
    }

    private List<String> ffmpeg() {
        return new ArrayList<>(List.of(executables.ffmpeg().toString(), "-hide_banner", "-nostdin", "-nostats", "-y"));
    }
}
