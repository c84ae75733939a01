package dev.beatcut.nemo;

import static dev.beatcut.nemo.Frames.adk;
import static dev.beatcut.nemo.Frames.answered;
import static dev.beatcut.nemo.Frames.call;
import static dev.beatcut.nemo.Frames.callPart;
import static dev.beatcut.nemo.Frames.delta;
import static dev.beatcut.nemo.Frames.part;
import static dev.beatcut.nemo.Frames.whole;
import static dev.beatcut.nemo.Recorder.spoke;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** "Partial and final text", {@code nemo-api.md} §4.2, and rule 7 of its §8 C: a text is shown once. */
class SaidOnceTest {

    private final Recorder recorder = new Recorder();

    private void saysAndShows(String text, String... frames) {
        assertThat(recorder.turn(frames)).isEqualTo(spoke(text));
        assertThat(recorder.shown).hasToString(text);
    }

    @Test
    void rule_7_a_final_repeats_its_deltas_and_is_shown_once() {
        saysAndShows("One two", delta("a", "One "), delta("a", "two"), whole("a", "One two"));
    }

    @Test
    void a_final_that_only_extends_its_deltas_shows_only_the_rest() {
        saysAndShows("One two, three", delta("a", "One "), delta("a", "two"), whole("a", "One two, three"));
    }

    @Test
    void a_final_without_deltas_is_shown_whole() {
        saysAndShows("One two", whole("a", "One two"));
    }

    @Test
    void a_final_that_says_that_it_is_not_partial_is_one() {
        saysAndShows("Done", whole("a", "Done").replace("\"author\"", "\"partial\":false,\"author\""));
    }

    @Test
    void every_model_call_of_a_turn_has_a_text_of_its_own() {
        saysAndShows(
                "One two\n\nThree",
                delta("a", "One "),
                delta("a", "two"),
                whole("a", "One two"),
                call("a", "edit"),
                answered("a", "edit"),
                delta("a", "Th"),
                delta("a", "ree"),
                whole("a", "Three"));
    }

    @Test
    void two_identical_replies_in_a_row_are_two() {
        saysAndShows("Done.\n\nDone.", whole("a", "Done."), whole("a", "Done."));
    }

    @Test
    void two_identical_replies_in_deltas_are_two() {
        saysAndShows(
                "Done.\n\nDone.", delta("a", "Done."), whole("a", "Done."), delta("a", "Done."), whole("a", "Done."));
    }

    @Test
    void a_final_that_differs_replaces_its_deltas() {
        assertThat(recorder.turn(delta("a", "Helo"), whole("a", "Hello there"))).isEqualTo(spoke("Hello there"));
        assertThat(recorder.shown).hasToString("Helo\n\nHello there");
    }

    @Test
    void a_final_that_differs_in_outer_blanks_is_not_shown_again() {
        assertThat(recorder.turn(delta("a", "\n\nHello "), whole("a", "Hello there")))
                .isEqualTo(spoke("Hello there"));
        assertThat(recorder.shown.toString().strip()).isEqualTo("Hello  there");
    }

    @Test
    void a_final_shorter_than_its_deltas_is_not_shown_again() {
        assertThat(recorder.turn(delta("a", "Hello there"), whole("a", "Hello")))
                .isEqualTo(spoke("Hello"));
        assertThat(recorder.shown).hasToString("Hello there");
    }

    @Test
    void deltas_without_a_final_are_the_text() {
        saysAndShows("Only deltas", delta("a", "Only "), delta("a", "deltas"));
    }

    @Test
    void deltas_before_a_call_without_text_are_a_text_of_their_own() {
        saysAndShows("Before\n\nAfter", delta("a", "Before"), call("a", "edit"), whole("a", "After"));
    }

    @Test
    void text_and_call_in_one_event_are_both_heard() {
        saysAndShows("One two", adk("a", false, part("One"), callPart("edit"), part(" two")));
        assertThat(recorder.tools).containsExactly("edit");
    }

    @Test
    void deltas_and_a_final_with_text_and_call_are_one_text() {
        saysAndShows("One", delta("a", "On"), delta("a", "e"), adk("a", false, part("One"), callPart("edit")));
        assertThat(recorder.tools).containsExactly("edit");
    }

    @Test
    void all_parts_count_and_not_only_the_first() {
        saysAndShows("One two", adk("a", false, part("One"), part(" two")));
    }

    @Test
    void a_final_is_not_paired_with_its_deltas_by_event_id() {
        saysAndShows(
                "Done",
                delta("a", "Do").replace("\"author\"", "\"id\":\"n1\",\"author\""),
                delta("a", "ne").replace("\"author\"", "\"id\":\"n2\",\"author\""),
                whole("a", "Done").replace("\"author\"", "\"id\":\"n3\",\"author\""));
    }

    @Test
    void deltas_of_several_authors_do_not_mix() {
        saysAndShows(
                "Music\n\nTitle",
                delta("a", "Mu"),
                delta("b", "Ti"),
                delta("a", "sic"),
                whole("a", "Music"),
                whole("b", "Title"));
    }

    @Test
    void deltas_of_several_branches_do_not_mix() {
        var inBranch = delta("a", "Left").replace("\"author\"", "\"branch\":\"x\",\"author\"");
        assertThat(recorder.turn(inBranch, whole("a", "Right"), inBranch.replace("true", "false")))
                .isEqualTo(spoke("Right\n\nLeft"));
        assertThat(recorder.shown).hasToString("Left\n\nRight");
    }

    @Test
    void what_the_user_said_is_not_the_reply() {
        saysAndShows("Done", whole("user", "cut it"), whole("a", "Done"));
    }

    @Test
    void a_reply_that_goes_on_in_the_middle_of_a_sentence_is_one() {
        saysAndShows("Adding music, softly.", whole("a", "Adding "), whole("a", "music"), whole("a", ", softly."));
    }

    @Test
    void a_blank_text_is_no_reply() {
        saysAndShows("Done", delta("a", "\n"), call("a", "edit"), whole("a", " "), whole("a", "Done"));
    }

    @Test
    void a_turn_keeps_a_bounded_text() {
        var million = delta("a", "x".repeat(1_000_000));
        var outcome = recorder.turn(Stream.generate(() -> million).limit(12).toArray(String[]::new));
        assertThat(outcome.text().length()).isEqualTo(8_000_000);
        assertThat(recorder.shown.length()).isEqualTo(8_000_000);
    }
}
