package dev.beatcut.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuiTalkTest {

    @Test
    void englishContentIsKeptAndClicksAreGone() {
        var talk = GuiTalk.of("""
                Your video is ready! Preview it in the Timeline panel, then click the Export button in the top right corner \
                to save it.

                It has 3 tracks: city timelapse, Lo-fi music and the title "Urban Dreams". Drag the title clip to change \
                when it appears, or open the Music panel to pick another song.""");
        assertThat(talk.text()).isEqualTo("""
                Your video is ready!

                It has 3 tracks: city timelapse, Lo-fi music and the title "Urban Dreams".""");
        assertThat(talk.exportSuggested()).isTrue();
        assertThat(talk.suggestions())
                .containsExactlyInAnyOrder(Suggestion.EXPORT, Suggestion.TIMELINE, Suggestion.EDIT);
    }

    @Test
    void chineseContentIsKeptAndClicksAreGone() {
        var talk = GuiTalk.of("视频已经剪好了！您可以打开时间线面板预览，拖拽标题片段调整时间，满意后点击右上角的“导出”按钮下载成片。");
        assertThat(talk.text()).isEqualTo("视频已经剪好了！");
        assertThat(talk.exportSuggested()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I added the music at 35%, click Play to preview it.|I added the music at 35%.",
                "Click Export, choose 1080p, and save the file. The film is 20 s long.|The film is 20 s long.",
                "The title is in place; you can drag it in the editor.|The title is in place.",
                "音乐已加到35%，点击播放按钮试听。|音乐已加到35%。",
                "标题已经加好，您可以在时间线面板中调整。长度是15秒。|标题已经加好。长度是15秒。",
                "To export, click the Export button.|''",
            })
    void mixedSentencesKeepTheirContent(String said, String kept) {
        assertThat(GuiTalk.of(said).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I added a click sound on every beat.",
                "The title now says \"Click here, then tap the Export button\".",
                "Drop at 0:32 now hits the cut.",
                "The video opens with the sunset clip.",
                "标题改成了“点击这里”。",
                "Done: 3 tracks, 20 s, vertical.\n\n- city timelapse\n- Lo-fi",
                "Your timeline has 3 tracks.",
                "I found 12 beats, and the drop is at 0:32."
            })
    void sentencesAboutTheFilmAreLeftAlone(String said) {
        var talk = GuiTalk.of(said);
        assertThat(talk.text()).isEqualTo(said);
        assertThat(talk.suggestions()).isEmpty();
    }

    @Test
    void accountPagesAreTheCredits() {
        assertThat(GuiTalk.of("You are low on credits. Check your account page.")
                        .suggestions())
                .containsExactly(Suggestion.CREDITS);
    }
}
