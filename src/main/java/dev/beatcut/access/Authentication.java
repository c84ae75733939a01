package dev.beatcut.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Whether callers have to say who they are. */
@Singleton
final class Authentication {

    private final boolean required;
    private final boolean open;

    @Inject
    Authentication(Config config, AccessConfig access) {
        this(required(config), access.open());
    }

    Authentication(boolean required, boolean open) {
        this.required = required;
        this.open = open;
    }

    /** Where an API Gateway asks them, or where it is configured whose tokens are good. */
    static boolean required(Config config) {
        return config.getOptionalValue("beatcut.access.gateway", Boolean.class).orElse(false)
                || Stream.of("quarkus.oidc.auth-server-url", "quarkus.oidc.public-key")
                        .anyMatch(name ->
                                config.getOptionalValue(name, String.class).isPresent());
    }

    boolean required() {
        return required;
    }

    /** Whether strangers may come as near as the network lets them. */
    boolean safeAnywhere() {
        return required || open;
    }
}
