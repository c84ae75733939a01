package dev.beatcut.aws;

import dev.beatcut.announce.EventBus;
import dev.beatcut.announce.Outcome;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/** {@link EventBus} on one bus of EventBridge; the policy allows {@code events:PutEvents} on it. */
public final class EventBridge implements EventBus {

    private final Supplier<EventBridgeClient> client;
    private final String bus;

    /** @param bus name or ARN */
    public EventBridge(Supplier<EventBridgeClient> client, String bus) {
        this.client = client;
        this.bus = bus;
    }

    @Override
    public Outcome put(Event event) {
        try {
            return outcome(client.get()
                    .putEvents(put -> put.entries(entry -> entry.eventBusName(bus)
                            .source(event.source())
                            .detailType(event.detailType())
                            .time(event.time())
                            .detail(event.detail()))));
        } catch (SdkException failed) {
            return SdkOutcome.later(failed);
        }
    }

    /** The call succeeds even where the entry did not. */
    private static Outcome outcome(PutEventsResponse answer) {
        return answer.failedEntryCount() == 0
                ? new Outcome.Delivered(null)
                : new Outcome.Failed(null, answer.entries().getFirst().errorCode() + ".", null);
    }
}
