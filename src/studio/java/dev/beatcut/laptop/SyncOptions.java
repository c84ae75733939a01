package dev.beatcut.laptop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The words after {@code sync}. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Cuts clips and photos to a song and writes one film.",
        footer = {
            "",
            "Examples:",
            "  sync a.mp4 b.mov song.mp3 --ask 'cut on every second beat, 20 seconds, vertical' --out film.mp4",
            "  sync --demo --out demo.mp4"
        })
final class SyncOptions {

    /** What came of the words: options, or the exit code of a run that ends here (help, or a mistake that was explained). */
    record Parsed(SyncOptions options, Integer exitCode) {}

    private static final Set<String> FORMATS = Set.of("mp4", "webm", "gif", "mp3");

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "clips, photos and one song: mp4 mov avi webm mkv, jpg png gif webp, mp3 wav m4a aac")
    List<Path> files = List.of();

    @Option(names = "--ask", paramLabel = "TEXT", description = "what you want, in English or Chinese")
    String ask;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            defaultValue = "beatcut.mp4",
            description = "where the film goes (${DEFAULT-VALUE}); .mp4, .webm, .gif or .mp3 says what it is")
    Path out;

    @Option(names = "--demo", description = "needs no files: makes clips and a song with known beats")
    boolean demo;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "music-cog-online (default) or music-to-best: whose sentence is used without --ask; "
                    + "with neither, one video keeps its cuts and several files are cut to the beat")
    String profile;

    static Parsed parse(String... args) {
        var options = new SyncOptions();
        var command = new CommandLine(new Beatcut()).addSubcommand(options);
        try {
            checkReadable(command, args);
            var result = command.parseArgs(args);
            var help = CommandLine.executeHelpRequest(result);
            if (help != null) {
                return new Parsed(null, help);
            }
            if (!result.hasSubcommand()) {
                throw new ParameterException(command, "Say what to do: \"sync\", or nothing at all to serve HTTP.");
            }
            options.check();
            return new Parsed(options, null);
        } catch (ParameterException mistake) {
            // A page of usage would push the one line that matters out of sight.
            var err = mistake.getCommandLine().getErr();
            err.println("beatcut: " + mistake.getMessage());
            err.println("Next: Correct it and run it again; \"sync --help\" tells what is accepted.");
            err.flush();
            return new Parsed(null, 2);
        }
    }

    /** Java decodes what it is given by the locale and keeps U+FFFD for each byte that it cannot: the words are lost. */
    private static void checkReadable(CommandLine command, String... args) {
        for (var word : args) {
            if (word.indexOf('\uFFFD') >= 0) {
                throw new ParameterException(
                        command,
                        "\"" + word + "\" did not arrive readably: the terminal's language setting holds no such"
                                + " letters. Set LC_ALL=C.UTF-8 (or another UTF-8 locale).");
            }
        }
    }

    /** Only what no server can know; formats and sizes are its to judge. */
    private void check() {
        if (demo == !files.isEmpty()) {
            throw mistake(
                    demo
                            ? "--demo makes its own clips and song; leave out the files or --demo."
                            : "There are no files: name clips or photos and a song, or use --demo.");
        }
        for (var file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw mistake("\"" + file + "\" " + trouble(file) + ". Check the path and its permissions.");
            }
            if (sameFile(file, out)) {
                throw mistake("--out \"" + out + "\" is one of the files to cut; choose another name.");
            }
        }
        if (!FORMATS.contains(format())) {
            throw mistake(
                    "--out \"" + out + "\" does not end in .mp4, .webm, .gif or .mp3, which are what sync writes.");
        }
        var folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(out)) {
            throw mistake(
                    "--out \"" + out + "\" cannot be written: \"" + folder + "\" must be a folder you may write to.");
        }
    }

    /** Of the film, by the ending of its name; empty if it has none. */
    String format() {
        var name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String trouble(Path file) {
        if (Files.isDirectory(file)) {
            return "is a folder, not a file";
        }
        return Files.exists(file) ? "cannot be read" : "does not exist";
    }

    private static boolean sameFile(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The program itself. */
    @Command(
            name = "beatcut",
            mixinStandardHelpOptions = true,
            description = "Videos cut to music. Without a command: serves HTTP.")
    private static final class Beatcut {}
}
