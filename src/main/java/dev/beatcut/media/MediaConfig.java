package dev.beatcut.media;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "beatcut.media")
public interface MediaConfig {

    /** How long an upload link is good. */
    @WithDefault("1h")
    Duration uploadValid();

    /** How long after that a file is still waited for: then what has arrived of it is deleted. */
    @WithDefault("24h")
    Duration uploadGrace();

    /** Whether this process lives on when a caller is answered; said once for turns and files. */
    @WithDefault("${beatcut.chat.lives-on:true}")
    boolean livesOn();
}
