package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.StudioSettings;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** This server as its callers see it. */
@Singleton
final class Address {

    private final StudioSettings settings;

    Address(StudioSettings settings) {
        this.settings = settings;
    }

    /** Scheme, host and port that links begin with. */
    URI base(UriInfo request) {
        return settings.url().orElseGet(() -> request.getBaseUri().resolve("/"));
    }
}
