package dev.beatcut.studio.library;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Folders for work under way: gone when the work is, and after a crash at the next start. */
@Singleton
public final class Scratch {

    /** An empty folder that is deleted with all that is in it. */
    public record Folder(Path path) implements AutoCloseable {
        @Override
        public void close() {
            delete(path);
        }
    }

    private static final Pattern PROCESS = Pattern.compile("pid-(\\d{1,10})-(\\d{1,18})");
    /** Processes see one another's start no more exactly than the system's clock stands. */
    private static final long SAME_MS = 5000;

    private final Path root;
    private final Path mine;

    @Inject
    public Scratch(StudioSettings settings) {
        this(settings.scratch());
    }

    Scratch(Path root) {
        this.root = root;
        var process = ProcessHandle.current();
        this.mine = root.resolve("pid-" + process.pid() + "-" + start(process));
    }

    public Folder folder() {
        try {
            Files.createDirectories(mine);
            return new Folder(Files.createTempDirectory(mine, "work"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Removes what processes left that are no more. */
    void sweep() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var folders = Files.list(root)) {
            folders.filter(Scratch::abandoned).forEach(Scratch::delete);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Removes this process's own folders. */
    void clear() {
        delete(mine);
    }

    private static boolean abandoned(Path folder) {
        var name = folder.getFileName().toString();
        var owner = PROCESS.matcher(name);
        return owner.matches()
                && ProcessHandle.of(Long.parseLong(owner.group(1)))
                        .filter(process -> Math.abs(start(process) - Long.parseLong(owner.group(2))) < SAME_MS)
                        .isEmpty();
    }

    /** Epoch ms: in a container every life of a server has the same number. */
    private static long start(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var found = Files.walk(folder)) {
            for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException alreadyGone) {
            // Somebody else cleaned up first.
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
