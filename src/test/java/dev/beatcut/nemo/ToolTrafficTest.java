package dev.beatcut.nemo;

import static dev.beatcut.nemo.Frames.adk;
import static dev.beatcut.nemo.Frames.answered;
import static dev.beatcut.nemo.Frames.call;
import static dev.beatcut.nemo.Frames.callPart;
import static dev.beatcut.nemo.Frames.delta;
import static dev.beatcut.nemo.Frames.part;
import static dev.beatcut.nemo.Frames.thought;
import static dev.beatcut.nemo.Frames.whole;
import static dev.beatcut.nemo.Recorder.spoke;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Tool calls twice" and "Thoughts", {@code nemo-api.md} §4.2: what works behind a reply stays behind it. */
class ToolTrafficTest {

    private static final String PREVIEW = adk("a", true, callPart("edit").replace("adk-1", "adk-preview-1"));

    private final Recorder recorder = new Recorder();

    @Test
    void a_call_counts_once_though_a_preview_with_another_id_came_before() {
        assertThat(recorder.turn(PREVIEW, PREVIEW, call("a", "edit"), answered("a", "edit"), whole("a", "Done")))
                .isEqualTo(spoke("Done"));
        assertThat(recorder.tools).containsExactly("edit");
    }

    @Test
    void a_preview_alone_is_no_call() {
        assertThat(recorder.turn(PREVIEW)).isEqualTo(new TurnOutcome.Empty());
        assertThat(recorder.tools).isEmpty();
    }

    @Test
    void a_preview_does_not_end_the_deltas() {
        assertThat(recorder.turn(
                        delta("a", "On"), PREVIEW, delta("a", "e"), adk("a", false, part("One"), callPart("e"))))
                .isEqualTo(spoke("One"));
        assertThat(recorder.shown).hasToString("One");
    }

    @Test
    void a_response_counts_though_its_role_is_user() {
        assertThat(recorder.turn(answered("a", "edit"))).isEqualTo(new TurnOutcome.Silent());
    }

    @Test
    void two_calls_in_one_event_are_two() {
        recorder.turn(adk("a", false, callPart("music"), callPart("title")));
        assertThat(recorder.tools).containsExactly("music", "title");
    }

    @Test
    void an_empty_list_of_long_running_tools_says_nothing() {
        assertThat(recorder.turn(whole("a", "Done").replace("\"author\"", "\"longRunningToolIds\":[],\"author\"")))
                .isEqualTo(spoke("Done"));
    }

    @Test
    void thoughts_are_not_shown_as_deltas_nor_in_the_final() {
        assertThat(recorder.turn(
                        adk("a", true, thought("Let me")),
                        adk("a", true, thought(" think")),
                        delta("a", "One"),
                        adk("a", false, thought("Let me think"), part("One two"))))
                .isEqualTo(spoke("One two"));
        assertThat(recorder.shown).hasToString("One two");
    }

    @Test
    void thoughts_in_parts_of_one_event_are_not_shown() {
        assertThat(recorder.turn(adk("a", false, thought("hm"), part("One"), thought("ah"), part(" two"))))
                .isEqualTo(spoke("One two"));
    }

    @Test
    void thoughts_alone_are_nothing() {
        assertThat(recorder.turn(adk("a", false, thought("hm")))).isEqualTo(new TurnOutcome.Empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"author\":\"a\",\"actions\":{\"stateDelta\":{},\"artifactDelta\":{\"film.mp4\":1}}}",
                "{\"author\":\"a\",\"content\":{\"role\":\"model\"},\"finishReason\":\"STOP\"}",
                "{\"author\":\"a\",\"content\":{\"parts\":[],\"role\":\"model\"}}",
                "{\"author\":\"a\",\"content\":{\"parts\":[{\"inlineData\":{\"data\":\"AA==\"}}]}}",
                "{\"author\":\"a\",\"usageMetadata\":{\"totalTokenCount\":901},\"turnComplete\":true}"
            })
    void an_event_without_text_or_call_changes_nothing(String event) {
        assertThat(recorder.turn(call("a", "edit"), answered("a", "edit"), event))
                .isEqualTo(new TurnOutcome.Silent());
        assertThat(recorder.turn(whole("a", "Done"), event)).isEqualTo(spoke("Done"));
        assertThat(recorder.shown).hasToString("Done");
    }

    @Test
    void keys_may_be_in_snake_case() {
        assertThat(recorder.turn(
                        call("a", "edit").replace("functionCall", "function_call"),
                        answered("a", "edit").replace("functionResponse", "function_response"),
                        "{\"author\":\"a\",\"error_code\":\"STOP\",\"usage_metadata\":{}}"))
                .isEqualTo(new TurnOutcome.Silent());
        assertThat(recorder.tools).containsExactly("edit");
    }

    @Test
    void unknown_keys_are_ignored() {
        assertThat(recorder.turn(whole("a", "Done")
                        .replace("\"author\"", "\"turnId\":7,\"grounding\":{\"x\":[1]},\"timestamp\":1773,\"author\"")))
                .isEqualTo(spoke("Done"));
    }
}
