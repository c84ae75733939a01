package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.intent.Intent;
import dev.beatcut.nemo.RenderOutput;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import dev.beatcut.state.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files one by one with different instructions, one render each, in one session. */
class BatchTest {

    private static final List<String> FILES = List.of("a.mp4", "b.mp4", "c.mp4");

    private final Talk talk = new Talk();
    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void anUpstreamThatUsesTheNamedFileOnly() {
        talk.upstream.agent = (text, listener) -> {
            var file = text.replaceAll("(?s).*(?:files: |文件：)(.*)[.。]$", "$1");
            events.add("say " + file);
            talk.clock.of(Duration.ofSeconds(40));
            talk.upstream.draft = film(file);
            return new TurnOutcome.Spoke("It is cut.");
        };
        talk.exporting = (session, own, form) -> {
            assertThat(new Shifts(lease(), talk.clock, talk.clock, talk.clock).begin(session, Instant.MAX))
                    .as("the session stays taken while the export begins")
                    .isEmpty();
            events.add("export");
            talk.upstream.submit(own, talk.upstream.state().draft(), RenderOutput.DEFAULT);
            return "rnd_" + own;
        };
    }

    @Test
    void each_turn_changes_its_own_and_its_export_is_of_the_timeline_as_it_left_it() {
        for (int i = 0; i < FILES.size(); i++) {
            enter(i, List.of(FILES.get(i)));
        }
        talk.line().work(talk.session, Instant.MAX);

        assertThat(events).containsExactly("say a.mp4", "export", "say b.mp4", "export", "say c.mp4", "export");
        assertThat(talk.upstream.submittedDrafts).containsExactly(film("a.mp4"), film("b.mp4"), film("c.mp4"));
        assertThat(talk.stored()).extracting(Turn::render).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(talk.upstream.heard.getFirst())
                .isEqualTo("vertical 0\n\nUse only these files: a.mp4.")
                .doesNotContain("export");
    }

    @Test
    void one_that_fails_holds_up_nobody_and_exports_nothing() {
        var obeys = talk.upstream.agent;
        talk.upstream.agent =
                (text, listener) -> text.contains("b.mp4") ? new TurnOutcome.Empty() : obeys.apply(text, listener);
        for (int i = 0; i < FILES.size(); i++) {
            enter(i, List.of(FILES.get(i)));
        }
        talk.line().work(talk.session, Instant.MAX);

        assertThat(talk.stored())
                .extracting(Turn::status)
                .containsExactly(TurnStatus.DONE, TurnStatus.FAILED, TurnStatus.DONE);
        assertThat(talk.upstream.submittedDrafts).containsExactly(film("a.mp4"), film("c.mp4"));
    }

    @Test
    void only_an_edit_carries_a_film_and_words_without_an_edit_are_an_export() {
        assertThat(turn("cut to the beat and export it")).extracting(Turn::film).isEqualTo(true);
        assertThat(turn("cut to the beat and export it").sent()).isEqualTo("cut to the beat");
        assertThat(turn("export")).extracting(Turn::intent, Turn::film).containsExactly(Intent.EXPORT, false);
        assertThat(turn("cut to the beat")).extracting(Turn::intent, Turn::film).containsExactly(Intent.EDIT, false);
        assertThat(turn("剪好后导出")).extracting(Turn::intent, Turn::film).containsExactly(Intent.EDIT, true);
    }

    private Turn turn(String text) {
        var id = IdKind.TURN.in(talk.session, Talk.OWN);
        return Turn.of(id, talk.session, new NewTurn(text, List.of()), List.of(), talk.clock.instant());
    }

    @Test
    void files_are_named_in_the_sessions_language() {
        talk.session = Talk.chinese();
        assertThat(Phrases.about(talk.session, List.of("a.mp4", "b.jpg"), "竖屏"))
                .isEqualTo("竖屏\n\n只使用这些文件：a.mp4、b.jpg。");
        assertThat(Phrases.about(FakeProject.SESSION, List.of("a.mp4", "b.jpg"), "vertical"))
                .isEqualTo("vertical\n\nUse only these files: a.mp4, b.jpg.");
        assertThat(Phrases.about(FakeProject.SESSION, List.of(), "vertical")).isEqualTo("vertical");
    }

    private void enter(int i, List<String> files) {
        var id = IdKind.TURN.in(talk.session, "%026d".formatted(i));
        var said = new NewTurn("vertical " + i + ", and export it", List.of("med_" + i));
        var turn = Turn.of(id, talk.session, said, files, talk.clock.instant());
        talk.line().enter(talk.session, turn, talk.clock.instant());
    }

    private JsonNode film(String file) {
        return FakeProject.draft(1 + FILES.indexOf(file) * 2);
    }

    private Lease lease() {
        return new Lease(talk.memory, talk.json, talk.clock, Duration.ofSeconds(30));
    }
}
