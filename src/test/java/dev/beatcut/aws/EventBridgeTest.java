package dev.beatcut.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.announce.EventBus;
import dev.beatcut.announce.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Putting an end on a bus of EventBridge, by the SDK's own client. */
class EventBridgeTest {

    private static final String PUT_EVENTS = "AWSEvents.PutEvents";
    private static final EventBus.Event EVENT = new EventBus.Event(
            "beatcut", "Render Completed", Instant.parse("2026-11-21T12:00:00Z"), "{\"id\":\"evt_1\"}");

    private final FakeAws aws = new FakeAws("1.1");
    private final EventBridgeClient client = aws.client(EventBridgeClient.builder());
    private final EventBridge bus = new EventBridge(() -> client, "films");

    @AfterEach
    void stop() {
        client.close();
        aws.close();
    }

    @Test
    void the_entry_names_bus_source_type_time_and_detail() throws Exception {
        aws.answers(PUT_EVENTS, aws.ok("{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"11710aed\"}]}"));
        assertThat(bus.put(EVENT)).isEqualTo(new Outcome.Delivered(null));
        var entry = new ObjectMapper()
                .readTree(aws.requests(PUT_EVENTS).getFirst().getBody())
                .at("/Entries/0");
        assertThat(entry.path("EventBusName").asText()).isEqualTo("films");
        assertThat(entry.path("Source").asText()).isEqualTo("beatcut");
        assertThat(entry.path("DetailType").asText()).isEqualTo("Render Completed");
        assertThat(entry.path("Detail").asText()).isEqualTo("{\"id\":\"evt_1\"}");
        assertThat(entry.path("Time").asLong()).isEqualTo(EVENT.time().getEpochSecond());
    }

    @Test
    void an_entry_that_failed_in_a_call_that_did_not_is_a_failure() {
        aws.answers(
                PUT_EVENTS,
                aws.ok("{\"FailedEntryCount\":1,\"Entries\":[{\"ErrorCode\":\"InternalFailure\","
                        + "\"ErrorMessage\":\"It quotes a secret.\"}]}"));
        assertThat(bus.put(EVENT)).isEqualTo(new Outcome.Failed(null, "InternalFailure.", null));
    }

    @Test
    void throttling_and_outages_are_failures_to_be_tried_again() {
        aws.answers(PUT_EVENTS, aws.error(400, "ThrottlingException"));
        assertThat(bus.put(EVENT)).isEqualTo(new Outcome.Failed(400, "ThrottlingException.", null));
        aws.answers(PUT_EVENTS, aws.error(500, "InternalException"));
        assertThat(bus.put(EVENT)).isEqualTo(new Outcome.Failed(500, "InternalException.", null));
    }

    @Test
    void no_answer_in_time_is_a_failure() {
        aws.answers(PUT_EVENTS, aws.ok("{}").withFixedDelay(60_000));
        try (var hasty = aws.client(EventBridgeClient.builder(), Duration.ofMillis(100))) {
            assertThat(new EventBridge(() -> hasty, "films").put(EVENT)).isInstanceOf(Outcome.Failed.class);
        }
    }
}
