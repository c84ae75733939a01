package dev.beatcut.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "terminal, /home/a/.clawhub/x/, terminal",
        ", /home/a/.clawhub/skills/x/, clawhub",
        ", /home/a/.cursor/skills/x/, cursor",
        ", /home/a/.cursor/other/, unknown",
        ", /opt/beatcut/, unknown",
        ", /home/b/.clawhub/x/, unknown",
        "'', /opt/beatcut/, unknown"
    })
    void skill_source_then_install_path_then_unknown(String skillSource, String path, String platform) {
        assertThat(Platform.detect(skillSource, path, "/home/a")).isEqualTo(platform);
    }
}
