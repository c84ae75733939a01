package dev.beatcut.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/**
 * Whether callers have to say who they are. Tokens are JWTs, checked here by their issuer's key. Without
 * {@code quarkus.oidc.token.audience} any token of that issuer is good, those it made for other services too.
 */
@Singleton
final class Authentication {

    private final boolean required;
    private final boolean open;
    private final boolean forAnyAudience;

    @Inject
    Authentication(Config config, AccessConfig access) {
        this(required(config), access.open(), checksTokens(config) && !isSaid(config, "quarkus.oidc.token.audience"));
    }

    Authentication(boolean required, boolean open, boolean forAnyAudience) {
        this.required = required;
        this.open = open;
        this.forAnyAudience = forAnyAudience;
    }

    /** Where an API Gateway asks them, or where it is configured whose tokens are good. */
    static boolean required(Config config) {
        return config.getOptionalValue("beatcut.access.gateway", Boolean.class).orElse(false) || checksTokens(config);
    }

    private static boolean checksTokens(Config config) {
        return isSaid(config, "quarkus.oidc.auth-server-url") || isSaid(config, "quarkus.oidc.public-key");
    }

    private static boolean isSaid(Config config, String name) {
        return config.getOptionalValue(name, String.class).isPresent();
    }

    /** Whether tokens are checked here, and those that their issuer made for other services are good as well. */
    boolean forAnyAudience() {
        return forAnyAudience;
    }

    boolean required() {
        return required;
    }

    /** Whether strangers may come as near as the network lets them. */
    boolean safeAnywhere() {
        return required || open;
    }
}
