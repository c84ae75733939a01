package dev.beatcut.laptop;

import dev.beatcut.objects.Arrival;
import dev.beatcut.objects.Objects;
import dev.beatcut.objects.Parts;
import dev.beatcut.objects.Stat;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** {@link Objects} in a folder; bytes come and go through {@link ObjectsResource} by links that {@link LinkSigner} signs. */
public final class FolderObjects implements Objects {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private static final Logger LOG = Logger.getLogger(FolderObjects.class);

    private final Path folder;
    private final Path arriving;
    private final PartsFolder parts;
    private final LinkSigner signer;
    private final Supplier<URI> origin;
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    /**
     * @param folder is created
     * @param origin of the server that serves the links; asked when a link is made, since the port may be chosen late
     */
    public FolderObjects(Path folder, LinkSigner signer, Supplier<URI> origin) {
        this.folder = folder.resolve("kept");
        this.arriving = folder.resolve("arriving");
        this.signer = signer;
        this.origin = origin;
        try {
            Files.createDirectories(this.folder);
            sweep(arriving);
            Files.createDirectories(arriving);
            this.parts = new PartsFolder(folder.resolve("parts"), signer.now());
        } catch (IOException unusable) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be used", unusable);
        }
    }

    @Override
    public Arrival arrival(String key, long size, String contentType, Duration valid) {
        path(key);
        var url = origin().resolve(signer.sign(Grant.put(key, size), valid));
        return new Arrival("PUT", url, Map.of("Content-Type", contentType), List.of(), 0);
    }

    @Override
    public String begin(String key, String contentType) {
        path(key);
        try {
            return parts.begin();
        } catch (IOException failed) {
            throw refused(failed);
        }
    }

    @Override
    public Arrival parts(String key, String upload, long size, Duration valid) {
        var cut = Parts.of(size);
        var links = cut.numbers()
                .mapToObj(number -> Grant.part(key, upload, number, cut.length(number)))
                .map(part -> origin().resolve(signer.sign(part, valid)))
                .toList();
        return new Arrival("PUT", null, Map.of(), links, Parts.LENGTH);
    }

    /** Of one upload one at a time: who comes second finds it done, also after a crash. */
    @Override
    public void join(String key, String upload, long size) {
        synchronized (lock(upload)) {
            if (stat(key).filter(there -> there.size() == size).isEmpty()) {
                joinNow(key, upload, size);
            }
            try {
                parts.abandon(upload);
            } catch (IOException left) {
                LOG.warnf("Parts of %s are left over and are deleted at a later start (%s)", key, left);
            }
        }
    }

    private void joinNow(String key, String upload, long size) {
        var whole = arriving.resolve(UUID.randomUUID().toString());
        try {
            parts.join(upload, Parts.of(size), whole);
            keep(whole, key);
        } catch (IOException failed) {
            throw refused(failed);
        } finally {
            whole.toFile().delete();
        }
    }

    @Override
    public void abandon(String key, String upload) {
        synchronized (lock(upload)) {
            try {
                parts.abandon(upload);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Few uploads share one. */
    private Object lock(String upload) {
        return locks[Math.floorMod(upload.hashCode(), locks.length)];
    }

    @Override
    public URI link(String key, String fileName, Duration valid) {
        path(key);
        return origin().resolve(signer.sign(Grant.get(key, fileName), valid));
    }

    @Override
    public Optional<Stat> stat(String key) {
        var file = path(key);
        try {
            return Optional.of(new Stat(key, Files.size(file), Files.probeContentType(file)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public InputStream open(String key) {
        try {
            return Files.newInputStream(existing(key));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void put(String key, InputStream bytes, String contentType) {
        try {
            receive(key, bytes);
        } catch (IOException failed) {
            throw refused(failed);
        }
    }

    @Override
    public void copy(String from, String to) {
        try (var bytes = open(from)) {
            receive(to, bytes);
        } catch (IOException failed) {
            throw refused(failed);
        }
    }

    /** Keeps what {@code bytes} holds; the object appears whole or not at all. */
    void receive(String key, InputStream bytes) throws IOException {
        var half = arriving.resolve(UUID.randomUUID().toString());
        try {
            Files.copy(bytes, half);
            keep(half, key);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void keep(Path whole, String key) throws IOException {
        var target = path(key);
        Files.createDirectories(target.getParent());
        Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws Problem CONFLICT if the upload was joined or abandoned */
    void receivePart(String upload, int number, InputStream bytes) throws IOException {
        try {
            parts.receive(upload, number, bytes);
        } catch (FileNotFoundException over) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "This upload is over: it was completed or given up.",
                    "Ask how far the file is; bring it again if it has expired.",
                    over);
        }
    }

    /** What an I/O error while keeping a file means to the caller. */
    static RuntimeException refused(IOException failed) {
        if (String.valueOf(failed.getMessage()).contains("No space left")) {
            return new Problem(
                    ProblemCode.STORAGE_FULL,
                    "The disk of the data folder is full; the file was not kept.",
                    "Free some space, or set BEATCUT_DATA to a folder on another disk, and send it again.",
                    failed);
        }
        return new UncheckedIOException(failed);
    }

    @Override
    public Path local(String key, Path scratch) {
        return existing(key);
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(path(key));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public URI origin() {
        return origin.get();
    }

    private Path existing(String key) {
        var file = path(key);
        if (!Files.isRegularFile(file)) {
            throw Problem.notFound("object", key);
        }
        return file;
    }

    private Path path(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not an object key: " + key);
        }
        return folder.resolve(key);
    }

    /** What was arriving when the process died is half a file. */
    private static void sweep(Path arriving) throws IOException {
        if (!Files.isDirectory(arriving)) {
            return;
        }
        try (var left = Files.list(arriving)) {
            for (var part : left.toList()) {
                Files.deleteIfExists(part);
            }
        }
    }
}
