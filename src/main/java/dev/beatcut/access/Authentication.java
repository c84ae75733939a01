package dev.beatcut.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether callers have to say who they are. */
@Singleton
final class Authentication {

    private final boolean required;
    private final boolean open;

    @Inject
    Authentication(
            AccessConfig access,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer,
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> key) {
        this(access.gateway() || issuer.isPresent() || key.isPresent(), access.open());
    }

    Authentication(boolean required, boolean open) {
        this.required = required;
        this.open = open;
    }

    boolean required() {
        return required;
    }

    /** Whether strangers may come as near as the network lets them. */
    boolean safeAnywhere() {
        return required || open;
    }
}
