package dev.beatcut.studio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispositionTest {

    @Test
    void a_name_in_any_script_comes_by_filename_star() {
        assertThat(Disposition.fileName("attachment; filename*=UTF-8''%E5%9F%8E%E5%B8%82%20a+b.mp4"))
                .contains("城市 a+b.mp4");
    }

    @Test
    void the_extended_form_goes_before_the_plain_one() {
        assertThat(Disposition.fileName("attachment; filename=\"__.mp4\"; filename*=utf-8'zh'%E5%9F%8E.mp4"))
                .contains("城.mp4");
    }

    @Test
    void a_plain_name_may_be_quoted() {
        assertThat(Disposition.fileName("inline; filename=\"my clip.mp4\"")).contains("my clip.mp4");
        assertThat(Disposition.fileName("attachment; filename=clip.mp4")).contains("clip.mp4");
    }

    @Test
    void no_name_and_a_broken_name_are_none() {
        assertThat(Disposition.fileName("attachment")).isEmpty();
        assertThat(Disposition.fileName("attachment; filename*=UTF-8''%E5%9")).isEmpty();
    }
}
