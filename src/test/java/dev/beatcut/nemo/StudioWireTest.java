package dev.beatcut.nemo;

import dev.beatcut.objects.Objects;
import dev.beatcut.studio.library.FakeCraft;
import dev.beatcut.studio.wire.StudioProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The studio over HTTP, with a craft on text files. */
@QuarkusTest
@TestProfile(StudioProfile.class)
class StudioWireTest extends WireContract {

    @Inject
    FakeCraft craft;

    @Inject
    Objects objects;

    @Inject
    StudioProfile.Clock clock;

    @TestHTTPResource
    URI server;

    @TempDir
    Path folder;

    @AfterEach
    void letGo() {
        letEditsGo();
        letFilmsGo();
    }

    @Override
    URI upstream() {
        return server;
    }

    @Override
    Instant weekFromNow() {
        return clock.instant().plus(Duration.ofDays(7));
    }

    @Override
    long cityMs() {
        return 20_000;
    }

    @Override
    URI link() {
        try {
            objects.put("test/city.mp4", Files.writeString(folder.resolve("city"), "clip city"), "video/mp4");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return objects.link("test/city.mp4", "city.mp4", Duration.ofMinutes(5));
    }

    @Override
    void holdEdits() {
        craft.hearing = new CountDownLatch(1);
    }

    @Override
    void letEditsGo() {
        craft.hearing.countDown();
    }

    @Override
    void holdFilms() {
        craft.films = new CountDownLatch(1);
    }

    @Override
    void letFilmsGo() {
        craft.films.countDown();
    }

    @Override
    void spendAll(Credentials somebody, String session) {
        for (int edit = 0; nemo.credits(somebody).available() > 0; edit++) {
            says(somebody, session, edit % 2 == 0 ? EDIT : "cut on every fourth beat, 10 seconds");
        }
    }
}
