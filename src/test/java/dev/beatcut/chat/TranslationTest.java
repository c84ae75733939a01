package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TranslationTest {

    private final Translation translation = new Translation();

    @Test
    void a_step_on_a_button_that_spans_deltas_is_never_told() {
        var told = translation.add("视频已经剪好了！")
                + translation.add("您可以打开时间线面板预览，拖拽标题片段调整时间，")
                + translation.add("满意后点击右上角的“导出”按钮下载成片。")
                + translation.rest();

        assertThat(told).isEqualTo("视频已经剪好了！");
        assertThat(translation.whole()).isEqualTo("视频已经剪好了！");
    }

    @Test
    void a_sentence_is_told_when_it_is_whole_and_the_last_one_at_the_end() {
        assertThat(translation.add("Adding lo-fi music. Under ")).isEqualTo("Adding lo-fi music.");
        assertThat(translation.add("your clip.")).isEmpty();
        assertThat(translation.rest()).isEqualTo(" Under your clip.");
        assertThat(translation.rest()).isEmpty();
    }

    @Test
    void whole_is_what_was_told_and_never_a_part_of_a_sentence() {
        translation.add("The title is in. You can ");
        assertThat(translation.whole()).isEqualTo("The title is in.");
        translation.add("drag it in the editor. It is white.");
        translation.rest();
        assertThat(translation.whole()).isEqualTo("The title is in. It is white.");
    }
}
