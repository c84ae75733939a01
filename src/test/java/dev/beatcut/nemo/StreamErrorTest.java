package dev.beatcut.nemo;

import static dev.beatcut.nemo.Frames.adk;
import static dev.beatcut.nemo.Frames.answered;
import static dev.beatcut.nemo.Frames.call;
import static dev.beatcut.nemo.Frames.delta;
import static dev.beatcut.nemo.Frames.flat;
import static dev.beatcut.nemo.Frames.part;
import static dev.beatcut.nemo.Frames.stream;
import static dev.beatcut.nemo.Frames.whole;
import static dev.beatcut.nemo.Recorder.assertFailed;
import static dev.beatcut.nemo.Recorder.spoke;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "The STOP trap" and "Errors in mid-stream", {@code nemo-api.md} §4.2. */
class StreamErrorTest {

    private final Recorder recorder = new Recorder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"errorCode\":\"STOP\"",
                "\"errorCode\":\"FINISH_REASON_UNSPECIFIED\"",
                "\"errorCode\":\"\"",
                "\"errorCode\":null",
                "\"errorCode\":\"STOP\",\"errorMessage\":\"\"",
                "\"error_code\":\"STOP\""
            })
    void rule_8_stop_is_not_an_error(String code) {
        assertThat(recorder.turn(call("a", "edit"), "{" + code + ",\"author\":\"a\"}"))
                .isEqualTo(new TurnOutcome.Silent());
    }

    @Test
    void stop_with_a_message_is_an_error() {
        assertFailed(
                recorder.turn("{\"errorCode\":\"STOP\",\"errorMessage\":\"blocked\",\"author\":\"a\"}"), "", "blocked");
    }

    @Test
    void max_tokens_after_deltas_is_an_error_that_keeps_them() {
        assertFailed(
                recorder.turn(delta("a", "Half"), "{\"errorCode\":\"MAX_TOKENS\",\"author\":\"a\"}"),
                "Half",
                "MAX_TOKENS");
    }

    @Test
    void an_error_code_beside_a_text_is_an_error_that_keeps_it() {
        assertFailed(
                recorder.turn(
                        delta("a", "Half"),
                        adk("a", false, part("Half a"))
                                .replace("\"author\"", "\"errorCode\":\"MAX_TOKENS\",\"author\"")),
                "Half a",
                "MAX_TOKENS");
    }

    @Test
    void a_finish_reason_is_no_error() {
        assertThat(recorder.turn(
                        whole("a", "Half").replace("\"author\"", "\"finishReason\":\"MAX_TOKENS\",\"author\"")))
                .isEqualTo(spoke("Half"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"ServerError: 503\",\"error_details\":{\"error_type\":\"ServerError\"}}|ServerError: 503",
                "{\"error\":{\"code\":503,\"message\":\"no model\",\"status\":\"UNAVAILABLE\"}}|no model",
                "{\"error\":{\"code\":2001,\"message\":\"no credits\"}}|no credits",
                "{\"error\":true,\"message\":\"no GPU\"}|no GPU",
                "{\"error\": \"\"}|The upstream gave no reason",
                "{\"success\":false,\"message\":\"no GPU\"}|no GPU"
            })
    void an_error_frame_is_an_error(String frame, String message) {
        assertFailed(recorder.turn(delta("a", "Half"), frame), "Half", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void an_unescaped_error_is_an_error(String eol) {
        var said = "data: {\"error\": \"bad \"thing\"" + eol + "second line\"}" + eol + eol;
        assertFailed(recorder.read(stream(delta("a", "Half")) + said), "Half", "bad \"thing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"error\": \"no \"GPU\" here\"}\n\n",
                "data: {\"error\": \"no \"GPU\" here\", \"error_details\": {\"error_type\": \"X\"}}\n\n",
                "data: {\"error\": \"no \"GPU\" here\n\nTraceback:\n  data\"}\n\n",
                "data:{ \"error\" : \"no \"GPU\" here\"}\n\n",
                "data: {\"error\": \"no \"GPU\" here"
            })
    void an_error_that_is_no_json_says_what_it_can(String stream) {
        assertFailed(recorder.read(stream), "", "no \"GPU\" here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event: error;data: {\"error\":\"tool busy\"};;|tool busy",
                "event: error;data: {\"message\":\"tool busy\"};;|tool busy",
                "event: error;data: tool busy;;|tool busy",
                "event: error;data: \"tool busy\";;|tool busy",
                "event: error;data: ping;;|ping",
                "event: error;data: {};;|The upstream gave no reason",
                "event: ERROR;data:;;|The upstream gave no reason",
                "event: error;;|The upstream gave no reason",
                "Error while running agent: tool busy;|tool busy"
            })
    void an_error_event_need_not_be_json(String frame, String message) {
        assertFailed(recorder.read(frame.replace(';', '\n')), "", message);
    }

    @Test
    void an_error_event_is_not_the_end_if_the_stream_goes_on() {
        var error = "event: error\ndata: {\"error\":\"tool busy\"}\n\n";
        assertThat(recorder.read(error + stream(whole("a", "Done")))).isEqualTo(spoke("Done"));
        assertThat(new Recorder().read(error + stream(delta("a", "Do"), delta("a", "ne"))))
                .isEqualTo(spoke("Done"));
        assertThat(new Recorder().read(error + stream(call("a", "edit")))).isEqualTo(new TurnOutcome.Silent());
        assertThat(new Recorder().read(error + stream(answered("a", "edit")))).isEqualTo(new TurnOutcome.Silent());
        assertThat(new Recorder().read("Error while running agent: x\n" + stream(whole("a", "Done"))))
                .isEqualTo(spoke("Done"));
    }

    @Test
    void an_error_is_the_end_though_heartbeats_and_counts_follow() {
        assertFailed(
                recorder.turn("{\"error\":\"tool busy\"}", "", "{\"usageMetadata\":{},\"author\":\"a\"}", "[DONE]"),
                "",
                "tool busy");
    }

    @Test
    void an_envelope_in_a_data_line_is_an_error_with_its_code() {
        var outcome = recorder.turn(delta("a", "Half"), "{\"code\":\"2001\",\"message\":\"no credits\"}");
        assertFailed(outcome, "Half", "no credits");
        assertThat(((TurnOutcome.Failed) outcome).error().kind()).isEqualTo(NemoErrorKind.NO_CREDITS);
    }

    @Test
    void an_envelope_that_succeeded_says_nothing() {
        assertThat(recorder.turn("{\"code\":0,\"data\":{}}", whole("a", "Done")))
                .isEqualTo(spoke("Done"));
    }

    @Test
    void an_error_in_the_flat_dialect_is_an_error() {
        assertFailed(recorder.turn("{\"type\":\"error\",\"message\":\"no GPU\"}"), "", "no GPU");
        assertFailed(new Recorder().turn(flat("text", "One"), flat("error", "no GPU")), "One", "no GPU");
    }

    @Test
    void an_unparsable_frame_is_counted_and_passed_over() {
        assertThat(recorder.turn("{not json", "7", "true", whole("a", "Done"))).isEqualTo(spoke("Done"));
        assertThat(recorder.reducer.unreadable()).isEqualTo(3);
    }

    @Test
    void an_error_never_shows_a_token() {
        assertFailed(recorder.turn("{\"error\":\"bad token nmv_usr_secret1 given\"}"), "", "bad token [token] given");
    }
}
