package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.FakeCraft;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** The server with a craft on text files, a clock that can be moved and a folder of its own. */
public class StudioProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            var data = Files.createTempDirectory("beatcut-wire");
            return Map.of(
                    "beatcut.data", data.toString(),
                    "beatcut.studio.heartbeat", "200ms",
                    "beatcut.studio.max-upload", "100000");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TestBench.class);
    }

    /** What stands in for the real world. */
    @Alternative
    @Singleton
    public static class TestBench {

        private final FakeCraft craft = new FakeCraft();
        private final Clock clock = new Clock();

        @Produces
        @Alternative
        @Singleton
        FakeCraft craft() {
            return craft;
        }

        @Produces
        @Alternative
        @Singleton
        Clock clock() {
            return clock;
        }
    }

    /** Real time, with a jump. */
    public static final class Clock implements InstantSource {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        void jump(Duration by) {
            ahead = ahead.plus(by);
        }
    }
}
