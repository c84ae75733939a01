package dev.beatcut.studio.library;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The defaults, for tests without a container. */
record Settings(Path scratch, int concurrentRenders, long credits, long maxUpload) implements StudioSettings {

    Settings(Path scratch) {
        this(scratch, 1, 100, 1000);
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public long editPrice() {
        return 4;
    }

    @Override
    public Duration tokenLifetime() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration heartbeat() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int concurrentAnalyses() {
        return 1;
    }

    @Override
    public Duration lease() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Optional<URI> url() {
        return Optional.empty();
    }
}
