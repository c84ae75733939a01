package dev.beatcut.studio.wire;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This server as its callers see it. */
@Singleton
final class Address {

    private final Optional<URI> seen;

    /** @param seen empty: each caller sees it as he asked for it */
    Address(@ConfigProperty(name = "beatcut.url") Optional<URI> seen) {
        this.seen = seen;
    }

    /** Scheme, host and port that links begin with. */
    URI base(UriInfo request) {
        return seen.orElseGet(() -> request.getBaseUri()).resolve("/");
    }
}
