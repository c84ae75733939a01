package dev.beatcut.nemo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Which upstream, and how long to wait for it. */
@ConfigMapping(prefix = "beatcut.nemo")
public interface NemoConfig {

    /** Of the cloud or of a hosted studio; unset: the studio inside this server. */
    Optional<URI> url();

    /** Whether a studio is inside; the Lambda artifacts have none. */
    @WithDefault("true")
    boolean studio();

    /** One token for the whole deployment; unset: an anonymous token for each owner. Not used with the built-in studio. */
    @WithDefault("${NEMO_TOKEN:}")
    Optional<String> token();

    /** What a laptop's owner first asks for a token with; unset: a random one. Not used with the built-in studio. */
    @WithDefault("${NEMO_CLIENT_ID:}")
    Optional<String> clientId();

    /** Until a connection stands. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** Until a JSON endpoint has answered. */
    @WithDefault("60s")
    Duration answerTimeout();

    /** Until an upload is answered, after its last byte. */
    @WithDefault("10m")
    Duration uploadTimeout();

    /** A whole turn. */
    @WithDefault("15m")
    Duration turnLimit();

    /** Heartbeats only, or nothing at all. */
    @WithDefault("10m")
    Duration silenceLimit();
}
