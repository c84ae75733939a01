package dev.beatcut.laptop;

import dev.beatcut.objects.Parts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The parts of objects that come in parts: a folder for each upload, a file for each part. */
final class PartsFolder {

    /** Whoever began it has abandoned it long since, or died before anybody knew of it. */
    private static final Duration LEFT_ALONE = Duration.ofDays(7);

    /** Begins the name of a folder that is being deleted. */
    private static final String GONE = "gone-";

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d*");
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final Path folder;

    /** @param folder is created; what is too old in it, or was being deleted, is deleted */
    PartsFolder(Path folder, Instant now) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (var uploads = Files.list(folder)) {
            for (var upload : uploads.toList()) {
                if (isLeft(upload, now)) {
                    delete(upload);
                }
            }
        }
    }

    private static boolean isLeft(Path upload, Instant now) throws IOException {
        return upload.getFileName().toString().startsWith(GONE)
                || Files.getLastModifiedTime(upload).toInstant().isBefore(now.minus(LEFT_ALONE));
    }

    String begin() throws IOException {
        var id = UUID.randomUUID().toString();
        Files.createDirectory(folder.resolve(id));
        return id;
    }

    /** @throws FileNotFoundException if there is no such upload, or no longer */
    void receive(String upload, int number, InputStream bytes) throws IOException {
        var parts = existing(upload);
        var half = parts.resolve("half-" + UUID.randomUUID());
        try {
            Files.copy(bytes, half);
            Files.move(half, parts.resolve(Integer.toString(number)), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException over) {
            throw new FileNotFoundException(upload);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private boolean has(String upload) {
        return Files.isDirectory(folder.resolve(upload));
    }

    /** Writes all parts to {@code whole}, one after the other. */
    void join(String upload, Parts expected, Path whole) throws IOException {
        expected.check(arrived(upload));
        try (var out = FileChannel.open(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int number = 1; number <= expected.count(); number++) {
                append(folder.resolve(upload).resolve(Integer.toString(number)), out);
            }
        }
    }

    private static void append(Path part, FileChannel out) throws IOException {
        try (var in = FileChannel.open(part)) {
            for (long at = 0; at < in.size(); ) {
                at += in.transferTo(at, in.size() - at, out);
            }
        }
    }

    private Map<Integer, Long> arrived(String upload) throws IOException {
        var lengths = new HashMap<Integer, Long>();
        if (!has(upload)) {
            return lengths;
        }
        try (var files = Files.list(folder.resolve(upload))) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (NUMBER.matcher(name).matches()) {
                    lengths.put(Integer.valueOf(name), Files.size(file));
                }
            }
        }
        return lengths;
    }

    /** Absent is fine. At one stroke: a part that is just arriving arrives nowhere. */
    void abandon(String upload) throws IOException {
        if (has(upload)) {
            delete(Files.move(folder.resolve(upload), folder.resolve(GONE + upload), StandardCopyOption.ATOMIC_MOVE));
        }
    }

    private Path existing(String upload) throws FileNotFoundException {
        if (!ID.matcher(upload).matches() || !has(upload)) {
            throw new FileNotFoundException(upload);
        }
        return folder.resolve(upload);
    }

    private static void delete(Path upload) throws IOException {
        try (var files = Files.list(upload)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(upload);
    }
}
