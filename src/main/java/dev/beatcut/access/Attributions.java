package dev.beatcut.access;

import dev.beatcut.nemo.Attribution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** The three headers of a profile. */
@Singleton
final class Attributions {

    private final String version;
    private final String platform;

    @Inject
    Attributions(SkillConfig config) {
        this(
                config.version(),
                Platform.detect(
                        config.platform().orElse(null),
                        Path.of("").toAbsolutePath() + "/",
                        System.getProperty("user.home", "")));
    }

    Attributions(String version, String platform) {
        this.version = version;
        this.platform = platform;
    }

    Attribution of(Profile profile) {
        return new Attribution(profile.wireName(), version, platform);
    }
}
