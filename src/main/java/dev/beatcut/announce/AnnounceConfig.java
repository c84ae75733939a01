package dev.beatcut.announce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who can be told in this deployment besides webhooks. */
@ConfigMapping(prefix = "beatcut.announce")
public interface AnnounceConfig {

    /** Name or ARN of an EventBridge bus that hears of every end; unset: none does. */
    Optional<String> eventBus();

    /** Whether this deployment may answer tasks of Step Functions ({@code states:SendTask*}). */
    @WithDefault("false")
    boolean stepFunctions();
}
