package dev.beatcut.nemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Hears a turn and keeps what it heard. */
final class Recorder implements TurnListener {

    final StringBuilder shown = new StringBuilder();
    final List<String> tools = new ArrayList<>();
    int heartbeats;
    final TurnReducer reducer = new TurnReducer(this);

    /** Reads {@code stream} in pieces cut at {@code cuts} and ends it. */
    TurnOutcome read(byte[] stream, int... cuts) {
        var sse = new SseReader(reducer);
        var from = 0;
        for (var cut : cuts) {
            sse.read(stream, from, cut - from);
            from = cut;
        }
        sse.read(stream, from, stream.length - from);
        sse.end();
        return reducer.ended();
    }

    TurnOutcome read(String stream) {
        return read(stream.getBytes(StandardCharsets.UTF_8));
    }

    TurnOutcome turn(String... frames) {
        return read(Frames.stream(frames));
    }

    /** The outcome in a line, with what was heard on the way to it. */
    String told(TurnOutcome outcome) {
        var error =
                outcome instanceof TurnOutcome.Failed failed ? failed.error().getMessage() : "";
        return outcome.getClass().getSimpleName() + "|" + outcome.text() + "|" + error + "|" + shown + "|" + tools + "|"
                + heartbeats + "|" + reducer.unreadable();
    }

    static TurnOutcome spoke(String text) {
        return new TurnOutcome.Spoke(text);
    }

    static void assertFailed(TurnOutcome outcome, String text, String message) {
        assertThat(outcome).isInstanceOfSatisfying(TurnOutcome.Failed.class, failed -> {
            assertThat(failed.text()).isEqualTo(text);
            assertThat(failed.error()).hasMessage(message);
        });
    }

    @Override
    public void text(String delta) {
        shown.append(delta);
    }

    @Override
    public void alive() {
        heartbeats++;
    }

    @Override
    public void tool(String name) {
        tools.add(name);
    }
}
