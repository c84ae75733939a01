package dev.beatcut.access;

import dev.beatcut.nemo.NemoConfig;
import dev.beatcut.state.Fallback;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The {@link OwnToken} that the configuration says, where nothing better keeps it. */
class ConfiguredToken {

    @Produces
    @Singleton
    @Fallback
    static OwnToken token(NemoConfig config) {
        return OwnToken.always(Upstream.said(config.token()));
    }
}
