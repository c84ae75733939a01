package dev.beatcut.nemo;

import static dev.beatcut.nemo.Frames.flat;
import static dev.beatcut.nemo.Frames.flatTool;
import static dev.beatcut.nemo.Recorder.spoke;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The flat dialect, {@code nemo-api.md} §4.1. */
class FlatDialectTest {

    private final Recorder recorder = new Recorder();

    private void saysAndShows(String text, String... frames) {
        assertThat(recorder.turn(frames)).isEqualTo(spoke(text));
        assertThat(recorder.shown).hasToString(text);
    }

    @Test
    void every_text_is_a_reply_of_its_own() {
        saysAndShows(
                "Cutting.\n\nDone.",
                flat("text", "Cutting."),
                flatTool("tool_call", "edit"),
                "{\"type\":\"heartbeat\"}",
                flatTool("tool_result", "edit"),
                flat("text", "Done."));
        assertThat(recorder.tools).containsExactly("edit");
    }

    @Test
    void two_identical_texts_in_a_row_are_two() {
        saysAndShows("Done.\n\nDone.", flat("text", "Done."), flat("text", "Done."));
    }

    @Test
    void a_text_repeats_its_chunks_and_is_shown_once() {
        saysAndShows(
                "Cutting.\n\nDone.",
                flat("chunk", "Cut"),
                flat("chunk", "ting."),
                flat("text", "Cutting."),
                flatTool("tool_start", "edit"),
                flatTool("tool_end", "edit"),
                flat("chunk", "Do"),
                flat("chunk", "ne."),
                flat("text", "Done."));
    }

    @Test
    void chunks_without_a_text_are_the_text() {
        saysAndShows(
                "Cutting.\n\nDone.",
                flat("chunk", "Cut"),
                flat("chunk", "ting."),
                flatTool("tool_call", "edit"),
                flat("chunk", "Do"),
                flat("chunk", "ne."),
                "{\"type\":\"done\"}");
    }

    @Test
    void texts_that_are_pieces_of_a_sentence_are_one() {
        saysAndShows(
                "Cutting it to the beat.", flat("text", "Cutting it "), flat("text", "to the"), flat("text", " beat."));
    }

    @Test
    void thinking_is_not_shown() {
        saysAndShows("Done.", flat("thinking_chunk", "hm"), flat("thinking", "hm"), flat("text", "Done."));
    }

    @Test
    void a_stream_with_tools_and_no_text_is_silent() {
        assertThat(recorder.turn(flatTool("tool_call", "edit"), flatTool("tool_result", "edit")))
                .isEqualTo(new TurnOutcome.Silent());
    }
}
