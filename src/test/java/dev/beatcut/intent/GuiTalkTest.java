package dev.beatcut.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuiTalkTest {

    @ParameterizedTest
    @CsvSource({"F_gui_en", "G_gui_zh"})
    void theUpstreamsExamplesComeOutAsTheyShould(String fixture) throws IOException {
        var talk = GuiTalk.of(said(fixture));
        assertThat(talk.text()).isEqualTo(fixture.startsWith("G") ? "视频已经剪好了！" : """
                Your video is ready!

                It has 3 tracks: city timelapse, Lo-fi music and the title "Urban Dreams".""");
        assertThat(talk.suggestions())
                .containsExactlyInAnyOrder(Suggestion.EXPORT, Suggestion.TIMELINE, Suggestion.EDIT);
        assertThat(talk.exportSuggested()).isTrue();
    }

    /** The text of the last event, which repeats the deltas before it. */
    private static String said(String fixture) throws IOException {
        try (var stream = GuiTalkTest.class.getResourceAsStream("/run_sse/" + fixture + ".sse")) {
            var last = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("data: {"))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            return new ObjectMapper()
                    .readTree(last.substring("data: ".length()))
                    .at("/content/parts/0/text")
                    .asText();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and ",
                ", ",
                "，",
                "你好",
                "click ",
                "to do it is ",
                "\"",
                "a",
                " ",
                "1. ",
                "在时间线",
                "https://a.b/",
                "A & "
            })
    void longTextsAreReadInTime(String piece) {
        var said = "x" + piece.repeat(4000 / piece.length()) + "z";
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            GuiTalk.of(said.repeat(5));
            Intent.withoutFilm(said);
        });
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
