package dev.beatcut.laptop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the laptop keeps its things. */
@ConfigMapping(prefix = "beatcut")
public interface LaptopConfig {

    /** A folder of this process alone. */
    @WithDefault("${user.home}/.beatcut")
    Path data();
}
