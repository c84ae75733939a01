package dev.beatcut.nemo;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A configuration with short limits. */
record Settings(Duration turnLimit, Duration silenceLimit) implements NemoConfig {

    static final Settings SHORT = new Settings(Duration.ofSeconds(10), Duration.ofSeconds(5));

    @Override
    public boolean studio() {
        return true;
    }

    @Override
    public Optional<URI> url() {
        return Optional.empty();
    }

    @Override
    public Optional<String> token() {
        return Optional.empty();
    }

    @Override
    public Optional<String> clientId() {
        return Optional.empty();
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration answerTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration uploadTimeout() {
        return Duration.ofSeconds(5);
    }
}
