package dev.beatcut.media;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "beatcut.media")
public interface MediaConfig {

    /** How long an upload link is good. */
    @WithDefault("1h")
    Duration uploadValid();

    /** Callers may bring http URLs and private addresses: only where all of them are trusted. */
    @WithDefault("false")
    boolean privateUrls();
}
