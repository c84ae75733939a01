package dev.beatcut.nemo;

import static dev.beatcut.nemo.Frames.delta;
import static dev.beatcut.nemo.Frames.stream;
import static dev.beatcut.nemo.Frames.whole;
import static dev.beatcut.nemo.Recorder.spoke;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Alive but no content", {@code nemo-api.md} §4.3. */
class HeartbeatTest {

    private final Recorder recorder = new Recorder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                ": hi",
                ":",
                "data:",
                "data",
                "data:   ",
                "data: heartbeat",
                "data:heartbeat",
                "data: HEARTBEAT",
                "data: ping",
                "data: keep-alive",
                "data: \"heartbeat\"",
                "data: null",
                "data: \"\"",
                "data: {}",
                "data: []",
                "data: [DONE]",
                "data: {\"type\":\"heartbeat\"}",
                "data: {\"type\":\"heartbeat\",\"timestamp\":1773423613.1}",
                "data: {\"type\":\"ping\"}",
                "data: {\"type\":\"keep_alive\"}",
                "data: {\"event\":\"heartbeat\"}",
                "data: {\"heartbeat\":true}",
                "data: {\"heartbeat\":1773423613}",
                "data: {\"ping\":1}",
                "event: heartbeat",
                "event: heartbeat\ndata: {}",
                "event: Ping\ndata: 1773423613",
                "event: keepalive\ndata:",
                "id: 7",
                "retry: 3000",
                "data: \0\0"
            })
    void a_heartbeat_says_only_that_the_upstream_is_alive(String frame) {
        assertThat(recorder.read(frame + "\n\n")).isEqualTo(new TurnOutcome.Empty());
        assertThat(recorder.heartbeats).isEqualTo(1);
        assertThat(recorder.reducer.worked()).isZero();
        assertThat(recorder.reducer.unreadable()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {": hi\n\n", "data:\n\n", "event: ping\n\n", "data: {\"type\":\"heartbeat\"}\n\n"})
    void a_heartbeat_among_deltas_changes_nothing(String heartbeat) {
        assertThat(recorder.read(stream(delta("a", "Do")) + heartbeat + stream(delta("a", "ne"), whole("a", "Done"))))
                .isEqualTo(spoke("Done"));
        assertThat(recorder.shown).hasToString("Done");
    }
}
