package dev.beatcut.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where file bytes live: S3's promises, and no more. Keys are {@code /}-separated names of letters, digits, dot, dash
 * and underscore. An object appears whole or not at all.
 */
public interface Objects {

    /** A signed way to bring exactly {@code size} bytes to {@code key}, by one request. */
    Arrival arrival(String key, long size, String contentType, Duration valid);

    /**
     * Begins to bring {@code key} in parts. What is never joined has to be abandoned.
     *
     * @return the store's id of this upload
     */
    String begin(String key, String contentType);

    /** Signed ways to bring each of {@link Parts#of} {@code size} bytes, in any order, again if need be. */
    Arrival parts(String key, String upload, long size, Duration valid);

    /**
     * Makes one object of the parts; what was joined before stays as it is.
     *
     * @throws dev.beatcut.problem.Problem FILE_INCOMPLETE if parts are missing or of another length: they can be put yet,
     *     unless the upload was abandoned
     */
    void join(String key, String upload, long size);

    /** Deletes the parts, if they were not joined; absent is fine. Their links are good for nothing from then on. */
    void abandon(String key, String upload);

    /** A signed link to read {@code key}, or a range of it; {@code fileName} is what a browser saves it as, or null. */
    URI link(String key, String fileName, Duration valid);

    Optional<Stat> stat(String key);

    /** @throws dev.beatcut.problem.Problem NOT_FOUND if there is no such object */
    InputStream open(String key);

    /**
     * Keeps what {@code bytes} holds, however much it is; the caller closes it.
     *
     * @throws java.io.UncheckedIOException if it breaks off; nothing is kept of it then
     */
    void put(String key, InputStream bytes, String contentType);

    /** Keeps a copy of {@code file}. */
    default void put(String key, Path file, String contentType) {
        try (var bytes = Files.newInputStream(file)) {
            put(key, bytes, contentType);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Keeps a copy of the object {@code from}, within the store.
     *
     * @throws dev.beatcut.problem.Problem NOT_FOUND if there is no such object
     */
    void copy(String from, String to);

    /** A local file with the object's bytes: the stored one itself where the store is a folder (read only), else a copy in {@code scratch}. */
    Path local(String key, Path scratch);

    /** Deletes; absent is fine. */
    void delete(String key);

    /** The origin ({@code scheme://host:port}) of the links above: the only private address a studio may fetch from. */
    URI origin();
}
