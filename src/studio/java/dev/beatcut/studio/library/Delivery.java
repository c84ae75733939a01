package dev.beatcut.studio.library;

import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Files on their way in: received, judged, and kept all together or not at all. Closing it removes whatever was not
 * kept.
 */
public final class Delivery implements AutoCloseable {

    private record Received(Path file, Media media) {}

    private final List<Received> received = new ArrayList<>();
    private final Scratch.Folder folder;
    private final Objects objects;
    private final Craft craft;
    private final Mint mint;
    private final URI base;
    private final long maxSize;

    Delivery(Scratch.Folder folder, Objects objects, Craft craft, Mint mint, URI base, long maxSize) {
        this.base = base;
        this.folder = folder;
        this.objects = objects;
        this.craft = craft;
        this.mint = mint;
        this.maxSize = maxSize;
    }

    /**
     * Reads one file to its end, or until it is too large.
     *
     * @throws Problem FILE_TOO_LARGE, FILE_EMPTY, UNSUPPORTED_FORMAT, FILE_DAMAGED or STORAGE_FULL
     */
    public void receive(String saidName, InputStream bytes) throws IOException {
        var name = FileName.of(saidName);
        var file = folder.path().resolve("upload-" + received.size());
        var digest = sha256();
        var size = store(new DigestInputStream(bytes, digest), file, name);
        var info = judge(file, size, name);
        var hash = HexFormat.of().formatHex(digest.digest());
        var id = mint.capability();
        var address = base.resolve(Media.path(id, name)).toString();
        received.add(new Received(file, new Media(id, hash, name, size, info, address)));
    }

    /** Keeps what was received. */
    public List<Media> keep() {
        for (var each : received) {
            if (objects.stat(each.media().object()).isEmpty()) {
                objects.put(each.media().object(), each.file(), each.media().contentType());
            }
        }
        return received.stream().map(Received::media).toList();
    }

    @Override
    public void close() {
        folder.close();
    }

    private long store(InputStream bytes, Path file, String name) throws IOException {
        var buffer = new byte[64 * 1024];
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > maxSize) {
                    throw tooLarge(name);
                }
                write(out, buffer, read);
            }
        }
        return size;
    }

    private static void write(OutputStream out, byte[] buffer, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (FileSystemException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (IOException full) {
            throw new Problem(
                    ProblemCode.STORAGE_FULL, "The studio has no room for the file.", "Try again later.", full);
        }
    }

    private MediaInfo judge(Path file, long size, String name) {
        if (size == 0) {
            throw new Problem(ProblemCode.FILE_EMPTY, "\"" + name + "\" is empty (0 bytes).", "Send the file again.");
        }
        try {
            return craft.judge(file);
        } catch (Problem unfit) {
            throw new Problem(unfit.code(), "\"" + name + "\": " + unfit.detail(), unfit.next(), unfit);
        }
    }

    private Problem tooLarge(String name) {
        return new Problem(
                ProblemCode.FILE_TOO_LARGE,
                "\"" + name + "\" is larger than " + maxSize + " bytes (" + (maxSize >> 20) + " MB).",
                "Compress or trim it.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
