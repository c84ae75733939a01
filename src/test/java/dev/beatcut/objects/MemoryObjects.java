package dev.beatcut.objects;

import dev.beatcut.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Objects that are gone with the test. */
public final class MemoryObjects implements Objects {

    public final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    /** By upload and number. */
    public final Map<String, SortedMap<Integer, byte[]>> parts = new ConcurrentHashMap<>();

    private final URI origin;
    private int uploads;

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
    public synchronized String begin(String key, String contentType) {
        var upload = "upload-" + ++uploads;
        parts.put(upload, new TreeMap<>());
        return upload;
    }

    @Override
    public Arrival parts(String key, String upload, long size, Duration valid) {
        var links = Parts.of(size)
                .numbers()
                .mapToObj(number -> origin.resolve("/" + key + "?upload=" + upload + "&part=" + number))
                .toList();
        return new Arrival("PUT", null, Map.of(), links, Parts.LENGTH);
    }

    @Override
    public synchronized void join(String key, String upload, long size) {
        var arrived = parts.getOrDefault(upload, new TreeMap<>());
        if (!parts.containsKey(upload) && kept.containsKey(key)) {
            return;
        }
        Parts.of(size).check(arrived.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, part ->
                (long) part.getValue().length)));
        var whole = new ByteArrayOutputStream();
        arrived.values().forEach(whole::writeBytes);
        kept.put(key, whole.toByteArray());
        parts.remove(upload);
    }

    @Override
    public void abandon(String key, String upload) {
        parts.remove(upload);
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
    public void put(String key, InputStream bytes, String contentType) {
        try {
            kept.put(key, bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void copy(String from, String to) {
        try (var bytes = open(from)) {
            kept.put(to, bytes.readAllBytes());
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
