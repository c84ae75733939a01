package dev.beatcut.announce;

import static dev.beatcut.announce.Stage.HOOK;
import static dev.beatcut.announce.Stage.START;
import static dev.beatcut.announce.Stage.TOKEN;
import static dev.beatcut.announce.Stage.WELL;
import static dev.beatcut.announce.Stage.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far the telling of an end is, and who is to be told next. */
class AnnouncementTest {

    private static final Instant LATER = START.plusSeconds(60);
    private static final Outcome FAILED = new Outcome.Failed(500, null, null);
    private static final Outcome GIVEN_UP = new Outcome.GivenUp(410, "Gone.");
    private static final URI OTHER = URI.create("https://other.example/hook");

    private static Announcement toAll() {
        return Announcement.to(new Audience(HOOK, TOKEN), START);
    }

    private static Announcement delivered(Announcement to, Destination destination) {
        return to.tried(destination, START, WELL, Optional.empty());
    }

    private static Announcement deliveredToAll() {
        return delivered(delivered(delivered(toAll(), Destination.TASK), Destination.EVENT_BUS), Destination.WEBHOOK);
    }

    @Test
    void it_is_due_at_once_and_over_when_everybody_has_been_told() {
        assertThat(toAll().due()).contains(START);
        assertThat(deliveredToAll().due()).isEmpty();
    }

    @Test
    void it_is_due_when_the_first_of_those_who_wait_is() {
        var waiting = delivered(toAll(), Destination.EVENT_BUS)
                .tried(Destination.WEBHOOK, START, FAILED, Optional.of(LATER.plusSeconds(1)))
                .tried(Destination.TASK, START, FAILED, Optional.of(LATER));
        assertThat(waiting.due()).contains(LATER);
        assertThat(waiting.due(Destination.TASK, LATER)).isTrue();
        assertThat(waiting.due(Destination.WEBHOOK, LATER)).isFalse();
    }

    @Test
    void who_is_given_up_is_not_waited_for() {
        var over = delivered(delivered(toAll(), Destination.EVENT_BUS), Destination.TASK)
                .tried(Destination.WEBHOOK, START, GIVEN_UP, Optional.empty());
        assertThat(over.due()).isEmpty();
    }

    @Test
    void the_latest_token_and_webhook_are_told_at_once_though_others_were() {
        var token = deliveredToAll().to(new Audience(null, "another token"));
        assertThat(token.due(Destination.TASK, START)).isTrue();
        assertThat(token.due(Destination.WEBHOOK, LATER)).isFalse();
        assertThat(token.audience()).isEqualTo(new Audience(HOOK, "another token"));

        var webhook = deliveredToAll().to(new Audience(OTHER, null));
        assertThat(webhook.due(Destination.WEBHOOK, START)).isTrue();
        assertThat(webhook.due(Destination.TASK, LATER)).isFalse();
        assertThat(webhook.audience()).isEqualTo(new Audience(OTHER, TOKEN));
    }

    @Test
    void the_latest_does_not_wait_for_what_the_older_one_had_to_wait_for() {
        var waiting = toAll().tried(Destination.WEBHOOK, START, FAILED, Optional.of(LATER));
        var other = waiting.to(new Audience(OTHER, null));
        assertThat(other.due(Destination.WEBHOOK, START)).isTrue();
        assertThat(other.tries(Destination.WEBHOOK)).isZero();
    }

    @Test
    void the_same_audience_again_is_told_again_only_if_it_was_given_up() {
        var same = new Audience(HOOK, TOKEN);
        assertThat(deliveredToAll().to(same)).isEqualTo(deliveredToAll());

        var waiting = toAll().tried(Destination.WEBHOOK, START, FAILED, Optional.of(LATER));
        assertThat(waiting.to(same)).isEqualTo(waiting);

        var givenUp = deliveredToAll().tried(Destination.WEBHOOK, START, GIVEN_UP, Optional.empty());
        assertThat(givenUp.to(same).due(Destination.WEBHOOK, START)).isTrue();
    }

    @Test
    void on_demand_the_webhook_is_told_again_and_who_has_had_it_is_not() {
        var again = deliveredToAll().again(LATER);
        assertThat(again.due(Destination.WEBHOOK, LATER)).isTrue();
        assertThat(again.due(Destination.TASK, LATER)).isFalse();
        assertThat(again.due(Destination.EVENT_BUS, LATER)).isFalse();
        assertThat(again.deliveries()).isEqualTo(deliveredToAll().deliveries());
    }

    @Test
    void on_demand_a_task_or_event_bus_that_was_given_up_is_told_again() {
        var givenUp = delivered(Announcement.to(new Audience(null, TOKEN), START), Destination.EVENT_BUS)
                .tried(Destination.TASK, START, FAILED, Optional.empty());
        assertThat(givenUp.due()).isEmpty();
        assertThat(givenUp.again(LATER).due()).contains(LATER);
    }

    @Test
    void on_demand_with_nobody_to_tell_is_refused_with_the_next_step() {
        var nobody = delivered(Announcement.to(Audience.NOBODY, START), Destination.EVENT_BUS);
        var refused = catchThrowableOfType(Problem.class, () -> nobody.again(LATER));
        assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(refused.next()).contains("webhook");
    }

    @Test
    void a_delivery_says_when_where_and_what_came_of_it() {
        var log = toAll().tried(Destination.WEBHOOK, START, FAILED, Optional.of(LATER))
                .tried(Destination.WEBHOOK, LATER, GIVEN_UP, Optional.empty())
                .deliveries();
        assertThat(log)
                .containsExactly(
                        new Delivery(
                                START,
                                Destination.WEBHOOK,
                                "hooks.example",
                                1,
                                Delivery.Result.FAILED,
                                500,
                                null,
                                LATER),
                        new Delivery(
                                LATER,
                                Destination.WEBHOOK,
                                "hooks.example",
                                2,
                                Delivery.Result.GIVEN_UP,
                                410,
                                "Gone.",
                                null));
    }

    @Test
    void the_last_failure_is_one_that_was_given_up() {
        var log =
                toAll().tried(Destination.TASK, START, FAILED, Optional.empty()).deliveries();
        assertThat(log.getFirst().result()).isEqualTo(Delivery.Result.GIVEN_UP);
    }

    @Test
    void only_the_last_20_deliveries_are_kept() {
        var busy = toAll();
        for (int i = 0; i < 50; i++) {
            busy = busy.tried(
                    Destination.WEBHOOK, START.plusSeconds(i), FAILED, Optional.of(START.plus(Duration.ofDays(1))));
        }
        assertThat(busy.deliveries()).hasSize(20);
        assertThat(busy.deliveries().getFirst().attempt()).isEqualTo(31);
        assertThat(busy.deliveries().getLast().attempt()).isEqualTo(50);
    }

    @Test
    void it_comes_back_from_the_table_as_it_was() {
        var one = deliveredToAll()
                .tried(Destination.WEBHOOK, START, FAILED, Optional.of(LATER))
                .without(Destination.EVENT_BUS);
        assertThat(stored(one)).isEqualTo(one);
        assertThat(stored(Announcement.to(Audience.NOBODY, START)).due()).contains(START);
    }

    @Test
    void what_is_shown_and_logged_holds_no_token_path_or_query() throws JsonProcessingException {
        var one = deliveredToAll().tried(Destination.WEBHOOK, START, FAILED, Optional.of(LATER));
        var shown = Stage.JSON.writeValueAsString(one.deliveries());
        assertThat(shown + one).contains("hooks.example").doesNotContain(TOKEN, "secret-path", "abc");
    }
}
