package dev.beatcut.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.session.ApiProfile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Many turns stream at once through the server as it is. */
@QuarkusTest
@TestProfile(ManyTurnsTest.Profile.class)
@QuarkusTestResource(value = ManyTurnsTest.Upstream.class, restrictToAnnotatedClass = true)
class ManyTurnsTest {

    private static final int TURNS = 200;
    private static final int SENTENCES = 10;

    /** Its event loops are looked at often, and may not be at one thing for a second. */
    public static class Profile extends ApiProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.vertx.max-event-loop-execute-time", "PT1S");
            settings.put("quarkus.vertx.warning-exception-time", "PT0.5S");
            return settings;
        }
    }

    public static class Upstream implements QuarkusTestResourceLifecycleManager {
        private final Vertx vertx = Vertx.vertx();
        private final TurnCloud cloud = new TurnCloud(vertx, TURNS, SENTENCES, Duration.ofMillis(50));

        @Override
        public Map<String, String> start() {
            return Map.of("beatcut.nemo.url", cloud.uri().toString());
        }

        @Override
        public void stop() {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @TestHTTPResource("/")
    URI api;

    @Test
    void every_listener_gets_every_word_in_order_and_no_event_loop_is_blocked() throws Exception {
        var vertx = Vertx.vertx();
        var blocked = new Warnings();
        var checker = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");
        checker.addHandler(blocked);
        try {
            var sessions = TurnReaders.sessions(vertx, api, TURNS).get(30, TimeUnit.SECONDS);
            var heard = new TurnReaders(vertx, TURNS, SENTENCES)
                    .read(sessions, TurnReaders.BEATCUT)
                    .get(30, TimeUnit.SECONDS);

            assertThat(heard.whole()).isEqualTo(TURNS);
            assertThat(blocked.said).isEmpty();
        } finally {
            checker.removeHandler(blocked);
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static final class Warnings extends Handler {
        private final Queue<String> said = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord warning) {
            said.add(warning.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
