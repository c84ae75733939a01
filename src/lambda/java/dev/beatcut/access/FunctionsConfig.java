package dev.beatcut.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long an invocation works. */
@ConfigMapping(prefix = "beatcut.functions")
interface FunctionsConfig {

    /** At most so long, if the function's timeout leaves more; unset: as long as the timeout goes. */
    Optional<Duration> time();

    /** The timeout where the runtime does not tell it (native); a chat needs more than {@code beatcut.chat.least-time}. */
    @WithDefault("1m")
    Duration timeout();

    /** So long {@code poll-renders} looks for what is due, twice; for a schedule that calls it every minute. */
    @WithDefault("58s")
    Duration poll();

    /** What is left for the answer when the work stops. */
    @WithDefault("5s")
    Duration margin();
}
