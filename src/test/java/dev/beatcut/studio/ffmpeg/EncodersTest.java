package dev.beatcut.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EncodersTest {

    @Test
    void the_encoders_of_this_build_are_listed_by_name() {
        assertThat(Made.FFMPEG.encoders())
                .contains("aac", "libopenh264")
                .doesNotContain("=", "------")
                .allMatch(name -> name.matches("[\\w-]+"));
    }
}
