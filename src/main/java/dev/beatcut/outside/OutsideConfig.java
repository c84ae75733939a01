package dev.beatcut.outside;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "beatcut.outside")
public interface OutsideConfig {

    /**
     * Callers may name http URLs and private addresses: only where all of them are trusted. The cloud's metadata stays
     * out of reach.
     */
    @WithDefault("false")
    boolean privateUrls();
}
