package dev.beatcut.laptop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the laptop keeps its things, and what it is called. */
@ConfigMapping(prefix = "beatcut")
public interface LaptopConfig {

    /** A folder of this process alone. */
    @WithDefault("${user.home}/.beatcut")
    Path data();

    /** This server as its callers see it: what links begin with. Unset: where it is bound to, as its own machine sees it. */
    Optional<URI> url();
}
