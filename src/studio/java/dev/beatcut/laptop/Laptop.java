package dev.beatcut.laptop;

import dev.beatcut.nemo.OwnAddress;
import dev.beatcut.state.Fallback;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreException;

/** The adapters of this room, put together for the server. */
@Singleton
public class Laptop {

    private final Path data;
    private final Optional<URI> url;

    Laptop(LaptopConfig config) {
        this.data = config.data().toAbsolutePath();
        this.url = config.url().map(Laptop::checked);
        try {
            Files.createDirectories(data);
        } catch (IOException unusable) {
            throw new UncheckedIOException("The data folder " + data + " cannot be used; set BEATCUT_DATA", unusable);
        }
    }

    private static URI checked(URI url) {
        if (url.getHost() == null || !isOrigin(url)) {
            throw new IllegalArgumentException("beatcut.url is \"" + url + "\"; an address such as https://host or"
                    + " http://host:8080 is accepted, with nothing behind it (no underscore in the host)."
                    + " Set BEATCUT_URL to how callers see this server.");
        }
        return url;
    }

    private static boolean isOrigin(URI url) {
        return Set.of("http", "https").contains(url.getScheme())
                && Set.of("", "/").contains(url.getRawPath())
                && Stream.of(url.getRawUserInfo(), url.getRawQuery(), url.getRawFragment())
                        .allMatch(Objects::isNull);
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
    FolderObjects objects(LinkSigner signer, OwnAddress server) {
        return new FolderObjects(data.resolve("objects"), signer, () -> url.orElseGet(server::base));
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
