package dev.beatcut.announce;

import static dev.beatcut.announce.Stage.START;
import static dev.beatcut.announce.Stage.TOKEN;
import static dev.beatcut.announce.Stage.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a state machine's task is answered, and what is put on the event bus. */
class WaitingTasksTest {

    private static final Audience TASK = new Audience(null, TOKEN);

    private final Stage stage = new Stage();
    private final WaitingTasks tasks = new WaitingTasks(Optional.of(stage.aws));
    private final BusEvents bus = new BusEvents(stage.aws);

    private String told(Happening what) {
        tasks.tell(TASK, what);
        return stage.aws.calls.getLast();
    }

    private static Happening over(String type, boolean failed, String data) {
        return new Happening("evt_1", type, START, "anna", failed, json(data));
    }

    @Test
    void success_is_answered_with_the_render_as_callers_see_it() {
        assertThat(told(Stage.completed()))
                .isEqualTo("success " + TOKEN + " {\"id\":\"rnd_1\",\"status\":\"COMPLETED\"}");
    }

    @Test
    void failure_is_the_problems_code_with_what_happened_and_the_next_step() {
        assertThat(told(Stage.failed()))
                .isEqualTo("failure " + TOKEN + " RenderFailed: It failed twice. Look at the timeline.");
    }

    @Test
    void a_cancelled_render_has_no_problem_and_fails_by_its_type() {
        assertThat(told(over("render.cancelled", true, "{}")))
                .isEqualTo("failure " + TOKEN + " RenderCancelled: Render Cancelled.");
    }

    @Test
    void a_failure_keeps_to_the_limits_of_step_functions() {
        var long1 = "x".repeat(300);
        var long2 = "y".repeat(40_000);
        told(over("render.failed", true, """
                {"problem":{"code":"%s","detail":"%s","next":"z"}}""".formatted(long1, long2)));
        var said = stage.aws.calls.getLast().split(" ", 4);
        assertThat(said[2]).hasSize(256 + 1).endsWith("…:");
        assertThat(said[3]).hasSize(32_768).endsWith("…");
    }

    @Test
    void what_is_too_large_loses_its_largest_field_and_says_which() {
        var report = "é".repeat(140_000);
        var said = told(over("render.completed", false, """
                {"id":"rnd_1","report":{"cuts":"%s"},"status":"COMPLETED"}""".formatted(report)));
        assertThat(said)
                .isEqualTo(
                        "success " + TOKEN + " {\"id\":\"rnd_1\",\"status\":\"COMPLETED\",\"leftOut\":[\"report\"]}");
    }

    @Test
    void what_just_fits_is_left_alone() {
        var frame = "{\"a\":\"\"}".length();
        var fits = json("{\"a\":\"" + "x".repeat(Fitting.AWS_LIMIT - frame) + "\"}");
        assertThat(Fitting.into(Fitting.AWS_LIMIT, fits)).isEqualTo(fits);
        var over = json("{\"a\":\"" + "x".repeat(Fitting.AWS_LIMIT - frame + 1) + "\"}");
        assertThat(Fitting.into(Fitting.AWS_LIMIT, over)).isEqualTo(json("{\"leftOut\":[\"a\"]}"));
    }

    @Test
    void the_event_names_itself_its_owner_and_the_render() {
        bus.tell(TASK, Stage.completed());
        var event = stage.aws.events.getFirst();
        assertThat(event.source()).isEqualTo("beatcut");
        assertThat(event.detailType()).isEqualTo("Render Completed");
        assertThat(event.time()).isEqualTo(START);
        assertThat(json(event.detail())).isEqualTo(json("""
                {"id":"evt_1","type":"render.completed","owner":"anna","at":"2026-11-21T12:00:00Z",
                "data":{"id":"rnd_1","status":"COMPLETED"}}"""));
        assertThat(event.detail()).doesNotContain(TOKEN);
    }

    @Test
    void an_event_that_is_too_large_fits_with_its_envelope() {
        var text = "x".repeat(Fitting.AWS_LIMIT);
        bus.tell(TASK, over("render.completed", false, "{\"id\":\"rnd_1\",\"report\":\"" + text + "\"}"));
        var detail = stage.aws.events.getFirst().detail();
        assertThat(detail.getBytes(StandardCharsets.UTF_8).length).isLessThan(Fitting.AWS_LIMIT - 500);
        assertThat(json(detail).at("/data/leftOut/0").textValue()).isEqualTo("report");
    }
}
