package dev.beatcut.laptop;

import dev.beatcut.state.Fallback;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.h2.mvstore.MVStoreException;

/** The adapters of this room, put together for the server. */
@Singleton
public class Laptop {

    private final Path data;

    Laptop(LaptopConfig config) {
        this.data = config.data().toAbsolutePath();
        try {
            Files.createDirectories(data);
        } catch (IOException unusable) {
            throw new UncheckedIOException("The data folder " + data + " cannot be used; set BEATCUT_DATA", unusable);
        }
    }

    @Produces
    @Singleton
    @Fallback
    FileTable table() {
        try {
            return new FileTable(
                    data.resolve("table.mv"), () -> UUID.randomUUID().toString());
        } catch (MVStoreException held) {
            throw new IllegalStateException(
                    "Another process holds " + data + " (or it cannot be written): stop it, or set BEATCUT_DATA to "
                            + "another folder",
                    held);
        }
    }

    void close(@Disposes @Fallback FileTable table) {
        table.close();
    }

    @Produces
    @Singleton
    LinkSigner signer(InstantSource clock) {
        return new LinkSigner(secret(), clock);
    }

    @Produces
    @Singleton
    @Fallback
    FolderObjects objects(LinkSigner signer, ValueRegistry server) {
        return new FolderObjects(
                data.resolve("objects"),
                signer,
                () -> URI.create(
                        "http://127.0.0.1:" + server.get(HttpServer.HTTP_SERVER).getPort()));
    }

    /** Kept beside the data, so that links outlive a restart. */
    private byte[] secret() {
        var file = data.resolve("link-secret");
        try {
            if (!Files.exists(file)) {
                var fresh = new byte[32];
                new SecureRandom().nextBytes(fresh);
                Files.write(file, fresh);
                file.toFile().setReadable(false, false);
                file.toFile().setReadable(true, true);
            }
            return Files.readAllBytes(file);
        } catch (IOException unusable) {
            throw new UncheckedIOException("The data folder " + data + " cannot be used", unusable);
        }
    }
}
