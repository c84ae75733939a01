package dev.beatcut.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who is let in, where no token is checked here. */
@ConfigMapping(prefix = "beatcut.access")
interface AccessConfig {

    /** An API Gateway stands before this program, and its authorizer says who calls. */
    @WithDefault("false")
    boolean gateway();

    /** Lets in whoever can reach this server, all as one owner: for a network where everybody may do everything. */
    @WithDefault("false")
    boolean open();
}
