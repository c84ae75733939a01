package dev.beatcut.studio.render;

import java.io.IOException;
import java.io.OutputStream;
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
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * What was made of uploads, kept for the next film: stretches of them at a film's size and rate, encoded as films are.
 * Each lies under the hash of all that went into it, so none is ever out of date, and beside it the checksum of its
 * bytes, so that none is given that a disk has spoilt. The least recently used go first when there are too many. A file
 * is there whole or not at all, whenever the machine stops. Thread-safe.
 */
public final class Mezzanines {

    private static final Duration ABANDONED = Duration.ofHours(6);
    private static final String SUM = ".sum";
    private static final String PART = ".part";

    private final Path folder;
    private final long mostBytes;
    private final InstantSource clock;
    private final Depot depot;

    private record Kept(String key, long bytes, Instant used) {
        boolean isLoose() {
            return key.endsWith(PART) || key.endsWith(SUM);
        }
    }

    public Mezzanines(Path folder, long mostBytes, InstantSource clock) {
        this(folder, mostBytes, clock, Depot.NONE);
    }

    /** @param depot has what other nodes kept */
    public Mezzanines(Path folder, long mostBytes, InstantSource clock, Depot depot) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.clock = clock;
        this.depot = depot;
    }

    /**
     * Gives {@code target} what is kept; it stays there even if it is not kept any longer.
     *
     * @return whether it was there, and as it was kept
     */
    boolean fetch(String key, Path target) throws IOException {
        if (fetchHere(key, target)) {
            return true;
        }
        if (depot.fetch(key, target)) {
            keepHere(key, target);
            return true;
        }
        return false;
    }

    private boolean fetchHere(String key, Path target) throws IOException {
        try {
            linkOrCopy(folder.resolve(key), target);
            if (!Files.readString(sum(key)).equals(checksum(target))) {
                drop(key);
                Files.delete(target);
                return false;
            }
        } catch (NoSuchFileException notThere) {
            Files.deleteIfExists(target);
            return false;
        }
        try {
            Files.setLastModifiedTime(folder.resolve(key), FileTime.from(clock.instant()));
        } catch (NoSuchFileException removedMeanwhile) {
            // the target has it
        }
        return true;
    }

    /** Keeps a copy of {@code file}, which is not to be written to any more. */
    void keep(String key, Path file) throws IOException {
        keepHere(key, file);
        depot.keep(key, file);
    }

    private void keepHere(String key, Path file) throws IOException {
        Files.createDirectories(folder);
        var beside = folder.resolve(UUID.randomUUID() + PART);
        try {
            Files.writeString(beside, checksum(file));
            settle(beside, sum(key));
            linkOrCopy(file, beside);
            settle(beside, folder.resolve(key));
        } catch (AtomicMoveNotSupportedException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot move files", e);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void settle(Path part, Path place) throws IOException {
        try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private void drop(String key) throws IOException {
        Files.deleteIfExists(folder.resolve(key));
        Files.deleteIfExists(sum(key));
    }

    private Path sum(String key) {
        return folder.resolve(key + SUM);
    }

    private static String checksum(Path file) throws IOException {
        var sum = new CRC32C();
        try (var in = new CheckedInputStream(Files.newInputStream(file), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Files.size(file) + " " + Long.toHexString(sum.getValue());
    }

    /** Removes the least recently used until the rest takes no more than its room, and what a crash left half written. */
    void tidy() throws IOException {
        tidy(mostBytes);
    }

    /**
     * Removes all of it.
     *
     * @return whether there was anything
     */
    boolean clear() throws IOException {
        return tidy(-1) > 0;
    }

    private synchronized int tidy(long room) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        var all = kept();
        all.sort(Comparator.comparing(Kept::used));
        long bytes = all.stream().mapToLong(Kept::bytes).sum();
        int removed = 0;
        for (var each : all) {
            if (each.isLoose() ? each.used.plus(ABANDONED).isBefore(clock.instant()) : bytes > room) {
                drop(each.key);
                bytes -= each.bytes;
                removed++;
            }
        }
        return removed;
    }

    private List<Kept> kept() throws IOException {
        var all = new ArrayList<Kept>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                try {
                    var name = file.getFileName().toString();
                    var used = Files.getLastModifiedTime(file).toInstant();
                    if (!isBesideAWhole(name)) {
                        all.add(new Kept(name, Files.size(file), used));
                    }
                } catch (NoSuchFileException goneMeanwhile) {
                    // a part that has just become whole
                }
            }
        }
        return all;
    }

    private boolean isBesideAWhole(String name) {
        return name.endsWith(SUM) && Files.exists(folder.resolve(name.substring(0, name.length() - SUM.length())));
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
