package dev.beatcut.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** A server that others can reach does not start before it knows how they prove who they are. */
@Singleton
final class Exposure {

    private static final Logger LOG = Logger.getLogger(Exposure.class);

    private final Authentication authentication;
    private final String host;

    Exposure(
            Authentication authentication,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0") String host) {
        this.authentication = authentication;
        this.host = host;
    }

    void check(@Observes StartupEvent start) {
        if (!authentication.safeAnywhere() && !isLoopback(host)) {
            throw new ConfigurationException("quarkus.http.host is \"" + host
                    + "\", where others can reach this server, and nothing says how they prove who they are."
                    + " Without authentication 127.0.0.1, ::1 and localhost are accepted."
                    + " Next: name the issuer of your callers' tokens (quarkus.oidc.auth-server-url) or its key"
                    + " (quarkus.oidc.public-key); or, on a network where everybody may do everything, set"
                    + " beatcut.access.open=true.");
        }
        if (authentication.forAnyAudience()) {
            LOG.warn("Any token of the issuer is good here, those for other services too."
                    + " Next: set quarkus.oidc.token.audience to what your callers' tokens name as theirs.");
        }
    }

    /** A name that is not known here is none: what it will mean later cannot be told. */
    static boolean isLoopback(String host) {
        try {
            return !host.isBlank()
                    && Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
