package dev.beatcut.nemo;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.function.Supplier;

/** Where the upstream is. This server's own address is known only when it listens, so it is asked for at every call. */
@Singleton
public final class NemoAddress {

    private final URI configured;
    private final Supplier<URI> own;

    @Inject
    NemoAddress(NemoConfig config, OwnAddress own) {
        this(checked(config), own::base);
    }

    /** A process that has no studio and no other upstream can do nothing: it says so when it starts. */
    void check(@Observes StartupEvent started) {}

    private static URI checked(NemoConfig config) {
        if (config.url().isEmpty() && !config.studio()) {
            throw new IllegalArgumentException(
                    "beatcut.nemo.url is not set, and there is no studio in this artifact. Set BEATCUT_NEMO_URL to the"
                            + " address of the cloud or of a hosted studio, such as https://host.");
        }
        return config.url().orElse(null);
    }

    /** @param own this server with the studio in it, where no other upstream is configured */
    public NemoAddress(URI configured, Supplier<URI> own) {
        if (configured != null && (configured.getHost() == null || !isHttp(configured))) {
            throw new IllegalArgumentException("beatcut.nemo.url is \"" + configured
                    + "\"; an address such as https://host or http://host:8080 is accepted (no underscore in the host)."
                    + " Leave it unset for the built-in studio.");
        }
        this.configured = configured;
        this.own = own;
    }

    /** Whether the upstream is the studio inside this server. */
    public boolean builtIn() {
        return configured == null;
    }

    /** Tells one upstream from another: {@code studio}, or the host. */
    public String name() {
        return builtIn() ? "studio" : configured.getHost().toLowerCase(Locale.ROOT) + "_" + port(configured);
    }

    URI base() {
        return builtIn() ? own.get() : configured;
    }

    /** The address of {@code path}, which begins with a slash. */
    URI at(String path) {
        return URI.create(base().toString().replaceAll("/+$", "") + path);
    }

    /** Whether a credential for the upstream may be sent to {@code other}: same scheme, host and port. */
    boolean sameOrigin(URI other) {
        var base = base();
        return base.getScheme().equalsIgnoreCase(other.getScheme())
                && base.getHost().equalsIgnoreCase(other.getHost())
                && port(base) == port(other);
    }

    private static boolean isHttp(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
