package dev.beatcut.nemo;

import static dev.beatcut.nemo.Frames.answered;
import static dev.beatcut.nemo.Frames.call;
import static dev.beatcut.nemo.Frames.delta;
import static dev.beatcut.nemo.Frames.stream;
import static dev.beatcut.nemo.Frames.whole;
import static dev.beatcut.nemo.Recorder.assertFailed;
import static dev.beatcut.nemo.Recorder.spoke;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Turn result", {@code nemo-api.md} §4.4, rules 8 and 23 of its §8 C among it. */
class TurnResultTest {

    private static final String NOISE = "I encountered a temporary issue, sorry.";

    private final Recorder recorder = new Recorder();

    @Test
    void an_error_outweighs_the_text_before_it() {
        assertFailed(recorder.turn(whole("a", "Starting."), "{\"error\":\"no GPU\"}"), "Starting.", "no GPU");
    }

    @Test
    void a_visible_text_outweighs_tools() {
        assertThat(recorder.turn(whole("a", "Cutting."), call("a", "edit"), answered("a", "edit")))
                .isEqualTo(spoke("Cutting."));
    }

    @Test
    void rule_8_a_stream_with_tools_and_no_text_is_silent() {
        assertThat(recorder.turn(call("a", "edit"), answered("a", "edit"))).isEqualTo(new TurnOutcome.Silent());
        assertThat(new Recorder().turn(call("a", "edit"))).isEqualTo(new TurnOutcome.Silent());
    }

    @Test
    void rule_8_a_stream_with_nothing_in_it_is_empty() {
        assertThat(recorder.turn()).isEqualTo(new TurnOutcome.Empty());
        assertThat(recorder.turn("", "{\"type\":\"heartbeat\"}")).isEqualTo(new TurnOutcome.Empty());
    }

    @Test
    void an_unterminated_last_frame_that_can_be_read_counts() {
        assertThat(recorder.read("data: " + whole("a", "Done"))).isEqualTo(spoke("Done"));
    }

    @Test
    void an_unterminated_last_frame_that_cannot_be_read_was_cut() {
        assertThat(recorder.read(stream(delta("a", "Half")) + "data: {\"content\":{\"par"))
                .isEqualTo(new TurnOutcome.Cut("Half"));
    }

    @Test
    void rule_23_noise_after_a_normal_reply_is_dropped() {
        assertThat(recorder.turn(whole("a", "Done."), whole("a", NOISE))).isEqualTo(spoke("Done."));
        assertThat(recorder.shown).hasToString("Done.");
    }

    @Test
    void noise_in_deltas_is_never_shown() {
        assertThat(recorder.turn(
                        whole("a", "Done."),
                        delta("a", "I enc"),
                        delta("a", "ountered a temporary issue"),
                        delta("a", ", sorry."),
                        whole("a", NOISE)))
                .isEqualTo(spoke("Done."));
        assertThat(recorder.shown).hasToString("Done.");
    }

    @Test
    void noise_in_deltas_without_a_final_is_never_shown() {
        assertThat(recorder.turn(whole("a", "Done."), delta("a", "I encountered a temp"), delta("a", "orary issue")))
                .isEqualTo(spoke("Done."));
        assertThat(recorder.shown).hasToString("Done.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i encountered a Temporary Issue",
                "I ENCOUNTERED A TEMPORARY ISSUE.",
                "\n I encountered a temporary issue",
                "⚠️ **I encountered a temporary issue** while saving."
            })
    void noise_in_another_spelling_is_dropped_too(String noise) {
        assertThat(recorder.turn(whole("a", "Done."), whole("a", noise))).isEqualTo(spoke("Done."));
    }

    @Test
    void noise_of_another_agent_is_dropped_too() {
        assertThat(recorder.turn(whole("a", "Done."), whole("b", NOISE))).isEqualTo(spoke("Done."));
    }

    @Test
    void noise_after_tools_only_is_a_failure() {
        assertFailed(recorder.turn(call("a", "edit"), answered("a", "edit"), whole("a", NOISE)), "", NOISE);
    }

    @Test
    void noise_alone_is_a_failure() {
        assertFailed(recorder.turn(whole("a", NOISE)), "", NOISE);
        assertThat(recorder.shown).isEmpty();
    }

    @Test
    void noise_after_an_error_does_not_hide_it() {
        assertFailed(
                recorder.turn(whole("a", "Starting."), "{\"error\":\"no GPU\"}", whole("a", NOISE)),
                "Starting.",
                "no GPU");
    }

    @Test
    void what_only_begins_like_noise_is_shown() {
        assertThat(recorder.turn(delta("a", "I "), delta("a", "enlarged it"), whole("a", "I enlarged it")))
                .isEqualTo(spoke("I enlarged it"));
        assertThat(recorder.shown).hasToString("I enlarged it");
        assertThat(new Recorder().turn(delta("a", "I enc"))).isEqualTo(spoke("I enc"));
    }
}
