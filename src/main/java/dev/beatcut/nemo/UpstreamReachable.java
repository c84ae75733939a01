package dev.beatcut.nemo;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the upstream takes connections; the studio inside this server does when the server does. */
@Readiness
@Singleton
public final class UpstreamReachable implements HealthCheck {

    private static final String NAME = "upstream reachable";
    private static final int PATIENCE_MS = 2000;

    private final NemoAddress address;

    UpstreamReachable(NemoAddress address) {
        this.address = address;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(NAME)
                .withData("upstream", address.name())
                .status(address.builtIn() || connects())
                .build();
    }

    private boolean connects() {
        var base = address.base();
        int port = base.getPort() >= 0 ? base.getPort() : base.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), port), PATIENCE_MS);
            return true;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
