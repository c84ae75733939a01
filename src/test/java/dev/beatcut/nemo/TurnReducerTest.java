package dev.beatcut.nemo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each rule of {@code nemo-api.md} §4 that the recorded streams do not hold. */
class TurnReducerTest {

    private static final String CALL =
            "{\"content\":{\"parts\":[{\"functionCall\":{\"id\":\"1\",\"name\":\"edit\",\"args\":{}}}]},\"author\":\"a\"}";

    private final Recorder recorder = new Recorder();

    private static String said(String author, String text, boolean partial) {
        return "{\"content\":{\"parts\":[{\"text\":\"" + text + "\"}],\"role\":\"model\"},\"partial\":" + partial
                + ",\"author\":\"" + author + "\"}";
    }

    private TurnOutcome turn(String... frames) {
        var stream = new StringBuilder();
        for (var frame : frames) {
            stream.append("data: ").append(frame).append("\n\n");
        }
        return recorder.read(stream.toString());
    }

    private static TurnOutcome spoke(String text) {
        return new TurnOutcome.Spoke(text);
    }

    private static void failed(TurnOutcome outcome, String text, String message) {
        assertThat(outcome).isInstanceOfSatisfying(TurnOutcome.Failed.class, failed -> {
            assertThat(failed.text()).isEqualTo(text);
            assertThat(failed.error()).hasMessage(message);
        });
    }

    @Test
    void severalModelCallsGiveSeveralTexts() {
        assertThat(turn(
                        said("a", "One ", true),
                        said("a", "two", true),
                        said("a", "One two", false),
                        CALL,
                        said("a", "Th", true),
                        said("a", "ree", true),
                        said("a", "Three", false)))
                .isEqualTo(spoke("One two\n\nThree"));
        assertThat(recorder.shown).hasToString("One two\n\nThree");
    }

    @Test
    void deltasOfSeveralAuthorsDoNotMix() {
        assertThat(turn(
                        said("a", "Mu", true),
                        said("b", "Ti", true),
                        said("a", "sic", true),
                        said("a", "Music", false),
                        said("b", "Title", false)))
                .isEqualTo(spoke("Music\n\nTitle"));
    }

    @Test
    void deltasOfSeveralBranchesDoNotMix() {
        var inBranch = said("a", "Left", true).replace("\"author\"", "\"branch\":\"x\",\"author\"");
        assertThat(turn(inBranch, said("a", "Right", false), inBranch.replace("true", "false")))
                .isEqualTo(spoke("Right\n\nLeft"));
    }

    @Test
    void aFinalThatDiffersReplacesItsDeltas() {
        assertThat(turn(said("a", "Helo", true), said("a", "Hello there", false)))
                .isEqualTo(spoke("Hello there"));
        assertThat(recorder.shown.toString()).endsWith("Hello there");
    }

    @Test
    void deltasWithoutAFinalAreTheText() {
        assertThat(turn(said("a", "Only ", true), said("a", "deltas", true))).isEqualTo(spoke("Only deltas"));
    }

    @Test
    void deltasBeforeACallWithoutTextAreATextOfTheirOwn() {
        assertThat(turn(said("a", "Before", true), CALL, said("a", "After", false)))
                .isEqualTo(spoke("Before\n\nAfter"));
    }

    @Test
    void whatTheUserSaidIsNotTheReply() {
        assertThat(turn(said("user", "cut it", false), said("a", "Done", false)))
                .isEqualTo(spoke("Done"));
    }

    @Test
    void functionResponsesCountThoughTheirRoleIsUser() {
        assertThat(turn("{\"content\":{\"parts\":[{\"functionResponse\":{\"name\":\"edit\",\"response\":{}}}],"
                        + "\"role\":\"user\"},\"author\":\"a\"}"))
                .isEqualTo(new TurnOutcome.Silent());
    }

    @Test
    void textInLaterPartsCounts() {
        assertThat(turn("{\"content\":{\"parts\":[{\"text\":\"hm\",\"thought\":true},{\"text\":\"One\"},"
                        + "{\"functionCall\":{\"name\":\"e\"}},{\"text\":\" two\"}]},\"author\":\"a\"}"))
                .isEqualTo(spoke("One two"));
    }

    @Test
    void thoughtsAloneAreNothing() {
        assertThat(turn("{\"content\":{\"parts\":[{\"text\":\"hm\",\"thought\":true}]},\"author\":\"a\"}"))
                .isEqualTo(new TurnOutcome.Empty());
    }

    @Test
    void previewsOfCallsAreNotCounted() {
        assertThat(turn(CALL.replace("\"author\"", "\"partial\":true,\"author\"")))
                .isEqualTo(new TurnOutcome.Empty());
        assertThat(recorder.tools).isEmpty();
    }

    @Test
    void nothingAtAllIsEmpty() {
        assertThat(turn()).isEqualTo(new TurnOutcome.Empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "FINISH_REASON_UNSPECIFIED", ""})
    void stopIsNotAnError(String code) {
        assertThat(turn(CALL, "{\"errorCode\":\"" + code + "\",\"author\":\"a\"}"))
                .isEqualTo(new TurnOutcome.Silent());
    }

    @Test
    void stopWithAMessageIsAnError() {
        failed(turn("{\"errorCode\":\"STOP\",\"errorMessage\":\"blocked\",\"author\":\"a\"}"), "", "blocked");
    }

    @Test
    void maxTokensAfterDeltasIsAnErrorThatKeepsThem() {
        failed(turn(said("a", "Half", true), "{\"errorCode\":\"MAX_TOKENS\",\"author\":\"a\"}"), "Half", "MAX_TOKENS");
    }

    @Test
    void anErrorIsNotTerminalIfTheStreamGoesOn() {
        assertThat(recorder.read(
                        "event: error\ndata: {\"error\":\"tool busy\"}\n\ndata: " + said("a", "Done", false) + "\n\n"))
                .isEqualTo(spoke("Done"));
    }

    @Test
    void anErrorEventNeedNotBeJson() {
        failed(recorder.read("event: error\ndata: upstream gone\n\n"), "", "upstream gone");
    }

    @Test
    void noiseAloneIsAFailure() {
        failed(
                turn(said("a", "I encountered a temporary issue. Try later.", false)),
                "",
                "I encountered a temporary issue. Try later.");
        assertThat(recorder.shown).isEmpty();
    }

    @Test
    void streamedNoiseIsNeverShown() {
        assertThat(turn(
                        said("a", "Done.", false),
                        said("a", "I enc", true),
                        said("a", "ountered a temporary issue", true),
                        said("a", ", sorry", true),
                        said("a", "I encountered a temporary issue, sorry", false)))
                .isEqualTo(spoke("Done."));
        assertThat(recorder.shown).hasToString("Done.");
    }

    @Test
    void whatOnlyBeginsLikeNoiseIsShown() {
        turn(said("a", "I ", true), said("a", "enlarged it", true), said("a", "I enlarged it", false));
        assertThat(recorder.shown).hasToString("I enlarged it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ": hi",
                "data:",
                "data:   ",
                "data: heartbeat",
                "data: ping",
                "event: heartbeat\ndata: {}",
                "event: ping",
                "data: {\"type\":\"heartbeat\"}",
                "data: {\"heartbeat\":true}",
                "data: {}",
                "data: [DONE]",
                "data: \"heartbeat\"",
                "data: {\"type\":\"ping\"}"
            })
    void everyHeartbeatSaysOnlyThatItIsAlive(String frame) {
        assertThat(recorder.read(frame + "\n\n")).isEqualTo(new TurnOutcome.Empty());
        assertThat(recorder.heartbeats).isEqualTo(1);
        assertThat(recorder.reducer.worked()).isZero();
        assertThat(recorder.reducer.unreadable()).isZero();
    }

    @Test
    void anUnparsableFrameIsCountedAndPassedOver() {
        assertThat(turn("{not json", said("a", "Done", false))).isEqualTo(spoke("Done"));
        assertThat(recorder.reducer.unreadable()).isEqualTo(1);
    }

    @Test
    void anUnterminatedLastFrameIsReadIfItCanBe() {
        assertThat(recorder.read("data: " + said("a", "Done", false))).isEqualTo(spoke("Done"));
    }

    @Test
    void unknownKeysAreIgnored() {
        assertThat(turn(said("a", "Done", false)
                        .replace("\"author\"", "\"turnId\":7,\"grounding\":{\"x\":[1]},\"author\"")))
                .isEqualTo(spoke("Done"));
    }

    @Test
    void flatChunksAreRepeatedByTheirText() {
        assertThat(turn(
                        "{\"type\":\"chunk\",\"content\":\"Do\"}",
                        "{\"type\":\"chunk\",\"content\":\"ne\"}",
                        "{\"type\":\"text\",\"content\":\"Done\"}"))
                .isEqualTo(spoke("Done"));
        assertThat(recorder.shown).hasToString("Done");
    }

    @Test
    void flatErrorsAreErrors() {
        failed(turn("{\"type\":\"error\",\"message\":\"no GPU\"}"), "", "no GPU");
    }

    @Test
    void anErrorNeverShowsAToken() {
        failed(turn("{\"error\":\"bad token nmv_usr_secret1 given\"}"), "", "bad token [token] given");
    }
}
