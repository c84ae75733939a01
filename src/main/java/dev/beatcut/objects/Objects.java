package dev.beatcut.objects;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where file bytes live: S3's promises, and no more. Keys are {@code /}-separated names of letters, digits, dot, dash
 * and underscore. An object appears whole or not at all.
 */
public interface Objects {

    /** A signed way to bring exactly {@code size} bytes to {@code key}. */
    Arrival arrival(String key, long size, String contentType, Duration valid);

    /** A signed link to read {@code key}; {@code fileName} is what a browser saves it as, or null. */
    URI link(String key, String fileName, Duration valid);

    Optional<Stat> stat(String key);

    /** @throws dev.beatcut.problem.Problem NOT_FOUND if there is no such object */
    InputStream open(String key);

    /** Keeps a copy of {@code file}. */
    void put(String key, Path file, String contentType);

    /** A local file with the object's bytes: the stored one itself where the store is a folder (read only), else a copy in {@code scratch}. */
    Path local(String key, Path scratch);

    /** Deletes; absent is fine. */
    void delete(String key);

    /** The origin ({@code scheme://host:port}) of the links above: the only private address a studio may fetch from. */
    URI origin();
}
