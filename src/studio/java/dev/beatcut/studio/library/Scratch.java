package dev.beatcut.studio.library;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
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

    private static final Pattern NODE = Pattern.compile("node-[0-9a-f-]+");

    private final Path root;
    private final Path mine;
    private FileLock life;

    @Inject
    public Scratch(StudioSettings settings) {
        this(settings.scratch(), "node-" + UUID.randomUUID());
    }

    /** @param node its name among those that share the folder; such a name is never given twice */
    Scratch(Path root, String node) {
        this.root = root;
        this.mine = root.resolve(node);
    }

    public Folder folder() {
        try {
            live();
            Files.createDirectories(mine);
            return new Folder(Files.createTempDirectory(mine, "work"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A lock ends with its process, and is seen by nodes in other containers, which see no process of this one. */
    private synchronized void live() throws IOException {
        if (life == null) {
            Files.createDirectories(root);
            life = FileChannel.open(lock(mine), CREATE, WRITE).lock();
        }
    }

    private static Path lock(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".lock");
    }

    /** Removes what nodes left that are no more. */
    void sweep() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var folders = Files.list(root)) {
            folders.filter(this::isAnothers).forEach(Scratch::deleteIfAbandoned);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean isAnothers(Path folder) {
        return !folder.equals(mine)
                && NODE.matcher(folder.getFileName().toString()).matches();
    }

    private static void deleteIfAbandoned(Path folder) {
        try (var lock = FileChannel.open(lock(folder), CREATE, WRITE)) {
            if (lock.tryLock() != null) {
                delete(folder);
                Files.deleteIfExists(lock(folder));
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // It lives.
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
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
