package dev.beatcut.nemo;

import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This server, as it is reached from its own machine: where it is bound to. Its port is known only when it listens. */
@Singleton
public final class OwnAddress {

    private static final String LOOPBACK = "127.0.0.1";

    /** {@code HttpServer.HTTP_PORT}, by its name: where no server is, its class is neither, and no executable is built. */
    private static final RuntimeKey<Integer> PORT = RuntimeKey.intKey("quarkus.http.port");

    private final String host;
    private final IntSupplier port;

    @Inject
    OwnAddress(
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0") String host, ValueRegistry server) {
        this(host, () -> server.getOrDefault(PORT, 0));
    }

    /** @param host a name or an address; those that stand for all of a machine's are reached on loopback */
    public OwnAddress(String host, IntSupplier port) {
        this.host = reached(host.strip());
        this.port = port;
    }

    /** Scheme, host and port. */
    public URI base() {
        int listening = port.getAsInt();
        if (listening <= 0) {
            throw NemoError.unreachable("beatcut.nemo.url is not set, and no studio listens in this process", null);
        }
        return URI.create("http://" + host + ":" + listening);
    }

    private static String reached(String host) {
        if (host.isEmpty() || host.equalsIgnoreCase("localhost")) {
            return LOOPBACK;
        }
        try {
            var address = InetAddress.ofLiteral(host);
            return address.isAnyLocalAddress() ? LOOPBACK : address.getAddress().length == 4 ? host : "[" + host + "]";
        } catch (IllegalArgumentException name) {
            return host;
        }
    }
}
