package dev.beatcut.session;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** The server as it is by default, with a folder of its own. */
public class ApiProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            return Map.of(
                    "beatcut.data", Files.createTempDirectory("beatcut-api").toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
