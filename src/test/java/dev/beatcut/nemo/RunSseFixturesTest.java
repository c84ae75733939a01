package dev.beatcut.nemo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recorded streams, each to the turn that it is. */
class RunSseFixturesTest {

    private static final String F_TEXT = """
            Your video is ready! Preview it in the Timeline panel, then click the Export button in the top right corner \
            to save it.

            It has 3 tracks: city timelapse, Lo-fi music and the title "Urban Dreams". Drag the title clip to change when \
            it appears, or open the Music panel to pick another song.""";
    private static final String G_TEXT = "视频已经剪好了！您可以打开时间线面板预览，拖拽标题片段调整时间，满意后点击右上角的“导出”按钮下载成片。";

    private final Recorder recorder = new Recorder();

    static byte[] fixture(String name) {
        try (var in = RunSseFixturesTest.class.getResourceAsStream("/run_sse/" + name + ".sse")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TurnOutcome turn(String name) {
        return recorder.read(fixture(name));
    }

    private void spoke(String name, String text, String... tools) {
        assertThat(turn(name)).isEqualTo(new TurnOutcome.Spoke(text));
        assertThat(recorder.shown).hasToString(text);
        assertThat(recorder.tools).containsExactly(tools);
        assertThat(recorder.reducer.unreadable()).isZero();
    }

    private void failed(String name, String text, String message) {
        Recorder.assertFailed(turn(name), text, message);
    }

    @Test
    void deltas_and_their_final_are_shown_once() {
        spoke("A_partial_final", "Adding lo-fi music under your clip.");
    }

    @Test
    void a_tool_call_between_two_texts() {
        spoke(
                "B_tool_call",
                "I will put a title on the opening.\n\n"
                        + "The title \"Urban Dreams\" now shows for the first three seconds.",
                "edit_multitrack");
    }

    @Test
    void heartbeats_in_every_spelling_say_nothing() {
        spoke("C_heartbeats", "Your 10 second clip is ready.", "generate_video_with_seedance");
        assertThat(recorder.heartbeats).isEqualTo(10);
    }

    @Test
    void a_silent_edit_is_no_error() {
        assertThat(turn("D_silent_edit")).isEqualTo(new TurnOutcome.Silent());
        assertThat(recorder.shown).isEmpty();
    }

    @Test
    void an_error_in_mid_stream_keeps_the_partial_text() {
        failed("E1_error_new", "Starting on the ", "ServerError: 503 UNAVAILABLE");
    }

    @Test
    void an_unescaped_error_is_still_an_error() {
        failed("E2_error_old_unescaped", "Working", "bad \"thing");
    }

    @Test
    void a_model_level_error_is_an_error() {
        failed("E3_error_event", "", "Malformed function call");
    }

    @Test
    void trailing_temporary_issue_noise_is_dropped() {
        spoke("E4_noise_after_good", "Background music added at 35% volume.");
    }

    @Test
    void an_envelope_in_a_data_line_is_an_error_with_its_code() {
        failed("E5_envelope", "", "Insufficient credits");
        var failed = (TurnOutcome.Failed) new Recorder().read(fixture("E5_envelope"));
        assertThat(failed.error().code()).isEqualTo(2001);
        assertThat(failed.error().kind()).isEqualTo(NemoErrorKind.NO_CREDITS);
        assertThat(failed.error().userId()).contains("anon_abc123");
    }

    @Test
    void gui_talk_comes_whole() {
        spoke("F_gui_en", F_TEXT);
    }

    @Test
    void chinese_gui_talk_streamed() {
        spoke("G_gui_zh", G_TEXT);
    }

    @Test
    void thoughts_and_previews_are_not_shown() {
        spoke("H_progressive", "Trimming the intro.\n\nDone, the clip starts at 0:03.", "edit_multitrack");
    }

    @Test
    void the_flat_dialect() {
        spoke("I_flat_dialect", "I'll generate your video now...\n\nDone.", "generate_video_with_seedance");
    }

    @Test
    void a_stream_cut_in_a_frame_is_cut() {
        assertThat(turn("J_cut_midstream")).isEqualTo(new TurnOutcome.Cut("Half a sentence"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A_partial_final", "B_tool_call", "C_heartbeats", "D_silent_edit", "E1_error_new",
                        "E2_error_old_unescaped",
                "E3_error_event", "E4_noise_after_good", "E5_envelope", "F_gui_en", "G_gui_zh", "H_progressive",
                "I_flat_dialect", "J_cut_midstream"
            })
    void every_cut_into_two_chunks_gives_the_same_turn(String name) {
        for (var stream : spellings(fixture(name))) {
            var whole = new Recorder();
            var expected = whole.told(whole.read(stream));
            for (var cut = 0; cut <= stream.length; cut++) {
                var recorder = new Recorder();
                assertThat(recorder.told(recorder.read(stream, cut)))
                        .as("cut at %s", cut)
                        .isEqualTo(expected);
            }
        }
    }

    /** With LF, CRLF and CR. */
    private static List<byte[]> spellings(byte[] stream) {
        return Stream.of("\n", "\r\n", "\r")
                .map(eol -> new String(stream, UTF_8).replace("\n", eol).getBytes(UTF_8))
                .toList();
    }
}
