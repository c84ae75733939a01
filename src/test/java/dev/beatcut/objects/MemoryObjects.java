package dev.beatcut.objects;

import dev.beatcut.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Objects that are gone with the test. */
public final class MemoryObjects implements Objects {

    public final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final URI origin;

    public MemoryObjects(String origin) {
        this.origin = URI.create(origin);
    }

    /** Other ones with the same in them. */
    public MemoryObjects copy() {
        var copy = new MemoryObjects(origin.toString());
        copy.kept.putAll(kept);
        return copy;
    }

    @Override
    public Arrival arrival(String key, long size, String contentType, Duration valid) {
        return new Arrival("PUT", origin.resolve("/" + key), Map.of("Content-Type", contentType), List.of(), 0);
    }

    @Override
    public URI link(String key, String fileName, Duration valid) {
        return origin.resolve("/" + key);
    }

    @Override
    public Optional<Stat> stat(String key) {
        return Optional.ofNullable(kept.get(key)).map(bytes -> new Stat(key, bytes.length, null));
    }

    @Override
    public InputStream open(String key) {
        return new ByteArrayInputStream(
                Optional.ofNullable(kept.get(key)).orElseThrow(() -> Problem.notFound("object", key)));
    }

    @Override
    public void put(String key, Path file, String contentType) {
        try {
            kept.put(key, Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Path local(String key, Path scratch) {
        try {
            return Files.write(scratch.resolve("local"), open(key).readAllBytes());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void delete(String key) {
        kept.remove(key);
    }

    @Override
    public URI origin() {
        return origin;
    }
}
