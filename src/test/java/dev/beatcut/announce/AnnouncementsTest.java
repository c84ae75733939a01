package dev.beatcut.announce;

import static dev.beatcut.announce.Stage.HOOK;
import static dev.beatcut.announce.Stage.START;
import static dev.beatcut.announce.Stage.TOKEN;
import static dev.beatcut.announce.Stage.completed;
import static dev.beatcut.announce.Stage.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.beatcut.announce.Delivery.Result;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.problem.ProblemCode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Telling everybody who is due, each on its own. */
class AnnouncementsTest {

    private static final Audience BOTH = new Audience(HOOK, TOKEN);

    private final Stage stage = new Stage();
    private final Announcer announcer = stage.announcer();

    private Announcement tell(Audience audience) {
        return announcer.tell(Announcement.to(audience, START), completed());
    }

    private static List<Destination> told(Announcement announcement) {
        return announcement.deliveries().stream()
                .filter(one -> one.result() == Result.DELIVERED)
                .map(Delivery::destination)
                .toList();
    }

    @Test
    void everybody_is_told_at_once_the_waiting_task_first() {
        var after = tell(BOTH);
        assertThat(told(after)).containsExactly(Destination.TASK, Destination.EVENT_BUS, Destination.WEBHOOK);
        assertThat(after.due()).isEmpty();
    }

    @Test
    void who_was_told_is_not_told_again() {
        stage.receiver.reacting(Receiver.status(500));
        var after = tell(BOTH);
        stage.goTo(after.due().orElseThrow());
        announcer.tell(after, completed());
        assertThat(stage.aws.calls).hasSize(1);
        assertThat(stage.aws.events).hasSize(1);
        assertThat(stage.receiver.calls).hasSize(2);
    }

    @Test
    void nobody_is_told_before_it_is_due() {
        stage.receiver.reacting(Receiver.status(500));
        var after = tell(BOTH);
        stage.goTo(after.due().orElseThrow().minusMillis(1));
        assertThat(announcer.tell(after, completed())).isEqualTo(after);
        assertThat(stage.receiver.calls).hasSize(1);
    }

    @Test
    void one_that_fails_holds_up_no_other_not_even_by_a_defect() {
        stage.aws.tasks = () -> {
            throw new IllegalStateException("a defect");
        };
        stage.aws.bus = () -> new Outcome.Failed(null, "ThrottlingException", null);
        var after = tell(BOTH);
        assertThat(told(after)).containsExactly(Destination.WEBHOOK);
        assertThat(after.deliveries()).extracting(Delivery::result).containsOnly(Result.DELIVERED, Result.FAILED);
        assertThat(after.toString()).doesNotContain("a defect");
    }

    @Test
    void a_webhook_is_tried_ten_times_as_the_specification_has_it_and_given_up() {
        var gaps = new ArrayList<Duration>();
        var last = START;
        for (int i = 0; i < 20; i++) {
            stage.receiver.reacting(Receiver.status(500));
        }
        var announcement = tell(new Audience(HOOK, null));
        while (announcement.due().isPresent()) {
            stage.goTo(announcement.due().get());
            gaps.add(Duration.between(last, stage.now()));
            last = stage.now();
            announcement = announcer.tell(announcement, completed());
        }
        var expected = Backoff.STANDARD_WEBHOOKS.delays();
        assertThat(stage.receiver.calls).hasSize(10);
        assertThat(gaps).hasSameSizeAs(expected);
        for (int i = 0; i < gaps.size(); i++) {
            assertThat(gaps.get(i))
                    .isBetween(expected.get(i), expected.get(i).multipliedBy(11).dividedBy(10));
        }
        assertThat(gaps).as("jitter").isNotEqualTo(expected);
        assertThat(announcement.deliveries().getLast().result()).isEqualTo(Result.GIVEN_UP);
    }

    @Test
    void the_schedule_is_the_specifications() {
        assertThat(Backoff.STANDARD_WEBHOOKS.delays())
                .extracting(Duration::toString)
                .containsExactly("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H");
    }

    @Test
    void a_longer_retry_after_is_honoured_a_shorter_one_shortens_nothing_and_a_day_is_the_most() {
        stage.receiver.reacting(
                Receiver.status(429, "120"), Receiver.status(503, "1"), Receiver.status(503, "9999999"));
        var first = tell(new Audience(HOOK, null));
        assertThat(first.due()).contains(START.plusSeconds(120));

        stage.goTo(first.due().orElseThrow());
        var second = announcer.tell(first, completed());
        assertThat(Duration.between(stage.now(), second.due().orElseThrow())).isGreaterThan(Duration.ofMinutes(5));

        stage.goTo(second.due().orElseThrow());
        var third = announcer.tell(second, completed());
        assertThat(Duration.between(stage.now(), third.due().orElseThrow())).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void re_delivering_tells_the_same_event_and_begins_to_count_anew() {
        var after = announcer.tell(tell(new Audience(HOOK, null)).again(stage.now()), completed());
        assertThat(stage.receiver.calls)
                .extracting(call -> call.headers().get("webhook-id"))
                .containsExactly("evt_1", "evt_1");
        assertThat(after.deliveries().getLast())
                .returns(1, Delivery::attempt)
                .returns(Result.DELIVERED, Delivery::result);
    }

    @Test
    void a_token_that_comes_after_the_end_is_answered_though_another_was() {
        var after = announcer.tell(tell(BOTH).to(new Audience(null, "second")), failed());
        assertThat(stage.aws.calls).hasSize(2).last().asString().startsWith("failure second RenderFailed");
        assertThat(after.due()).isEmpty();
    }

    @Test
    void without_an_event_bus_there_is_nobody_and_no_delivery() {
        var after = stage.announcerWithoutAws().tell(Announcement.to(Audience.NOBODY, START), completed());
        assertThat(after.due()).isEmpty();
        assertThat(after.deliveries()).isEmpty();
    }

    @Test
    void a_token_of_a_deployment_that_answers_tasks_no_more_is_given_up_and_says_so() {
        var after = stage.announcerWithoutAws().tell(Announcement.to(BOTH, START), completed());
        assertThat(after.deliveries())
                .filteredOn(one -> one.destination() == Destination.TASK)
                .singleElement()
                .returns(Result.GIVEN_UP, Delivery::result);
        assertThat(after.due()).isEmpty();
    }

    @Test
    void a_token_is_refused_where_no_task_can_be_answered() {
        var refused = catchThrowableOfType(
                Problem.class, () -> stage.announcerWithoutAws().check(new Audience(null, TOKEN)));
        assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(refused.next()).contains("webhook", "beatcut.announce.step-functions");
        assertThatCode(() -> announcer.check(new Audience(null, TOKEN))).doesNotThrowAnyException();
        assertThatCode(() -> stage.announcerWithoutAws().check(Audience.NOBODY)).doesNotThrowAnyException();
    }

    @Test
    void a_token_that_step_functions_would_not_take_is_refused() {
        assertThat(catchThrowableOfType(Problem.class, () -> announcer.check(new Audience(null, "x".repeat(2049)))))
                .hasMessageContaining("2049")
                .hasMessageContaining("2048");
        assertThat(catchThrowableOfType(Problem.class, () -> announcer.check(new Audience(null, " "))))
                .isNotNull();
    }

    @Test
    void the_address_of_a_webhook_is_checked_when_it_is_given() {
        var plain = new Audience(URI.create("http://hooks.example/"), null);
        assertThat(catchThrowableOfType(Problem.class, () -> announcer.check(plain)))
                .isNotNull();
    }

    @Test
    void a_task_whose_export_was_refused_before_it_began_hears_why() {
        announcer.refused("token", ProblemBody.of(Problem.invalid("No such format.", "Take mp4.")));
        announcer.refused(null, ProblemBody.of(Problem.invalid("No such format.", "Take mp4.")));

        assertThat(stage.aws.calls).singleElement().asString().contains("token", "InvalidRequest", "No such format.");
    }

    @Test
    void a_heartbeat_goes_to_the_task_if_there_is_one_and_cannot_fail() {
        stage.aws.tasks = () -> new Outcome.GivenUp(null, "TaskTimedOut");
        announcer.alive(BOTH);
        announcer.alive(Audience.NOBODY);
        stage.announcerWithoutAws().alive(BOTH);
        assertThat(stage.aws.calls).containsExactly("alive " + TOKEN);
        stage.aws.tasks = () -> {
            throw new IllegalStateException("a defect");
        };
        assertThatCode(() -> announcer.alive(BOTH)).doesNotThrowAnyException();
    }
}
