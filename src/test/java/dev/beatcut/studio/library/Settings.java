package dev.beatcut.studio.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The defaults, for tests without a container. */
public record Settings(Path scratch, int concurrentRenders, long credits, long maxUpload, Optional<String> token)
        implements StudioSettings {

    public Settings(Path scratch, int concurrentRenders, long credits, long maxUpload) {
        this(scratch, concurrentRenders, credits, maxUpload, Optional.empty());
    }

    public Settings(Path scratch) {
        this(scratch, 1, 100, 1000);
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public boolean hosted() {
        return false;
    }

    @Override
    public boolean alone() {
        return token.isPresent();
    }

    @Override
    public boolean sharedParts() {
        return false;
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
    public Path mezzanines() {
        return scratch.resolveSibling("mezzanines");
    }

    @Override
    public long mezzanineRoom() {
        return 1 << 30;
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
    public Optional<List<String>> faults() {
        return Optional.empty();
    }

    @Override
    public OptionalLong faultSeed() {
        return OptionalLong.empty();
    }
}
