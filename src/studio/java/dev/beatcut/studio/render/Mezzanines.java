package dev.beatcut.studio.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What was made of uploads, kept for the next film: stretches of them at a film's size and rate, encoded as films are.
 * Each lies under the hash of all that went into it, so none is ever out of date. The least recently used go first when
 * there are too many. A file is there whole or not at all, whenever the machine stops. Thread-safe.
 */
public final class Mezzanines {

    private static final Duration ABANDONED = Duration.ofHours(6);

    private final Path folder;
    private final long mostBytes;
    private final InstantSource clock;

    private record Kept(Path file, long bytes, Instant used) {}

    public Mezzanines(Path folder, long mostBytes, InstantSource clock) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /**
     * Gives {@code target} what is kept; it stays there even if it is not kept any longer.
     *
     * @return whether it was there
     */
    boolean fetch(String key, Path target) throws IOException {
        var kept = folder.resolve(key);
        try {
            linkOrCopy(kept, target);
        } catch (NoSuchFileException notThere) {
            return false;
        }
        try {
            Files.setLastModifiedTime(kept, FileTime.from(clock.instant()));
        } catch (NoSuchFileException removedMeanwhile) {
            // the target has it
        }
        return true;
    }

    /** Keeps a copy of {@code file}, which is not to be written to any more. */
    void keep(String key, Path file) throws IOException {
        Files.createDirectories(folder);
        var beside = folder.resolve(UUID.randomUUID() + ".part");
        try {
            linkOrCopy(file, beside);
            try (var written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.setLastModifiedTime(beside, FileTime.from(clock.instant()));
            Files.move(beside, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot move files", e);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Forgets what turned out to be unfit. */
    void drop(String key) throws IOException {
        Files.deleteIfExists(folder.resolve(key));
    }

    /** Removes the least recently used until the rest takes no more than its room, and what a crash left half written. */
    synchronized void tidy() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var all = kept();
        all.sort(Comparator.comparing(Kept::used));
        long bytes = all.stream().mapToLong(Kept::bytes).sum();
        for (var each : all) {
            var abandoned = each.file.toString().endsWith(".part")
                    && each.used.plus(ABANDONED).isBefore(clock.instant());
            if (bytes > mostBytes || abandoned) {
                Files.deleteIfExists(each.file);
                bytes -= each.bytes;
            }
        }
    }

    private List<Kept> kept() throws IOException {
        var all = new ArrayList<Kept>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                try {
                    all.add(new Kept(
                            file,
                            Files.size(file),
                            Files.getLastModifiedTime(file).toInstant()));
                } catch (NoSuchFileException goneMeanwhile) {
                    // a part that has just become whole
                }
            }
        }
        return all;
    }

    /** Two names of the same bytes where the file system can do that. */
    private static void linkOrCopy(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException cannotLink) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException otherDisk) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
