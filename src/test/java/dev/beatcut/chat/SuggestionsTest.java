package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.IdKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the upstream wants a hand on its screen to do, and films that a turn asks for. */
class SuggestionsTest {

    private static final String SUMMARY = "Timeline (1 track): 1. Video: a.mp4 (0-3s, 3 segments)";

    private final Talk talk = new Talk();

    @Test
    void talk_of_buttons_does_not_reach_the_caller() {
        talk.upstream.agent = (text, listener) -> {
            listener.text("The video is ready. Click the ");
            listener.text("Export button to save it. It has 3 tracks.");
            return new TurnOutcome.Spoke("The video is ready. Click the Export button to save it. It has 3 tracks.");
        };
        assertThat(talk.say("cut").reply())
                .contains("ready")
                .contains("3 tracks")
                .doesNotContain("Click");
    }

    @Test
    void preview_in_the_timeline_shows_the_tracks_in_one_line_once() {
        talk.answers(
                3, new TurnOutcome.Spoke("It is ready. Preview it in the Timeline panel. Open the Timeline panel."));
        assertThat(talk.say("cut").reply()).isEqualTo("It is ready.\n\n" + SUMMARY);
    }

    @Test
    void an_export_button_offers_the_film() {
        talk.answers(3, new TurnOutcome.Spoke("It is ready. Click the Export button to save it."));
        var turn = talk.say("cut");

        assertThat(turn.reply()).isEqualTo("It is ready.\n\nSay \"export\" to get the film.");
        assertThat(turn.offers()).containsExactly(Offer.EXPORT);
        assertThat(talk.exports).isEmpty();
    }

    @Test
    void what_is_offered_is_offered_in_the_sessions_language() {
        talk.session = Talk.chinese();
        talk.answers(3, new TurnOutcome.Spoke("视频已经剪好了！满意后点击右上角的“导出”按钮下载成片。"));
        assertThat(talk.say("剪").reply()).isEqualTo("视频已经剪好了！\n\n说“导出”即可得到成片。");
    }

    /** Rule 13. */
    @Test
    void without_anything_on_the_timeline_no_film_is_offered() {
        talk.answers(0, new TurnOutcome.Spoke("It is ready. Click the Export button to save it."));
        var turn = talk.say("cut");
        assertThat(turn.reply()).isEqualTo("It is ready.");
        assertThat(turn.offers()).isEmpty();
    }

    @Test
    void a_reply_of_buttons_only_is_what_they_were_for() {
        talk.answers(3, new TurnOutcome.Spoke("Click the Export button to save it."));
        assertThat(talk.say("cut").reply()).startsWith("Done: ").endsWith("Say \"export\" to get the film.");

        talk.answers(3, new TurnOutcome.Spoke("Click the Export button to save it."));
        talk.enter("cut", "4".repeat(26));
        talk.workFor(Duration.ofHours(1));
        assertThat(talk.stored().getLast().reply()).isEqualTo("Say \"export\" to get the film.");
    }

    @Test
    void a_look_at_the_account_tells_the_balance() {
        talk.answers(new TurnOutcome.Spoke("It is ready. Check your account for details."));
        assertThat(talk.say("cut").reply()).contains("90 credits are available");
    }

    @Test
    void an_edit_by_hand_is_offered_in_words_and_never_run() {
        talk.answers(new TurnOutcome.Spoke("It is ready. Drag the title clip to change when it appears."));
        var turn = talk.say("cut");
        assertThat(turn.reply()).isEqualTo("It is ready.\n\nTo change that, just say it.");
        assertThat(turn.offers()).containsExactly(Offer.EDIT);
        assertThat(talk.upstream.heard).hasSize(1);
    }

    /** Never "export" upstream, and under the turn's own name: a second start is the same export. */
    @Test
    void a_turn_that_asks_for_the_film_starts_the_export() {
        talk.answers(3, new TurnOutcome.Spoke("It is cut. Click the Export button to save it."));
        var turn = talk.wantingFilm("cut it and export", "cut it");

        assertThat(talk.upstream.heard).containsExactly("cut it");
        assertThat(talk.exports).containsExactly(IdKind.TURN.own(turn.id()));
        assertThat(turn.render()).isEqualTo("rnd_made");
        assertThat(turn.reply()).startsWith("It is cut.").contains("rnd_made").doesNotContain("Say \"export\"");
        assertThat(turn.offers()).isEmpty();
    }

    @Test
    void a_film_is_made_too_where_a_silent_edit_changed_nothing() {
        talk.answers(new TurnOutcome.Silent());
        var turn = talk.wantingFilm("cut it and export", "cut it");
        assertThat(turn.reply()).contains("as it was").contains("rnd_made");
        assertThat(turn.render()).isEqualTo("rnd_made");
    }

    @Test
    void an_export_that_cannot_start_says_why_and_the_edit_is_done_all_the_same() {
        talk.exporting = (session, own, form) -> {
            throw new Problem(ProblemCode.EXPORT_BLOCKED, "The plan forbids it.", "Upgrade.");
        };
        var turn = talk.wantingFilm("cut it and export", "cut it");

        assertThat(turn.status()).isEqualTo(TurnStatus.DONE);
        assertThat(turn.reply()).isEqualTo("Done.\n\nThe export could not be started. The plan forbids it. Upgrade.");
        assertThat(turn.problem().code()).isEqualTo("ExportBlocked");
        assertThat(turn.render()).isNull();
        assertThat(turn.offers()).containsExactly(Offer.EXPORT);
    }

    @Test
    void after_a_failed_edit_no_film_is_made_and_that_is_said() {
        talk.answers(new TurnOutcome.Failed("I begin.", NemoError.of(0, 503, "busy")));
        var turn = talk.wantingFilm("cut it and export", "cut it");
        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.reply()).contains("the export was not started");
        assertThat(talk.exports).isEmpty();
    }
}
