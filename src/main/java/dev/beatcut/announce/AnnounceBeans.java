package dev.beatcut.announce;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.observe.Observer;
import dev.beatcut.outside.Outside;
import dev.beatcut.state.Table;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Optional;

/** Who is told in this deployment: AWS is only asked for where it is configured. */
class AnnounceBeans {

    @Produces
    @Singleton
    static WebhookSecrets secrets(Table table, ObjectMapper json, InstantSource clock) {
        return new WebhookSecrets(table, json, clock, new SecureRandom());
    }

    @Produces
    @Singleton
    static Announcer announcer(
            Outside outside,
            WebhookSecrets secrets,
            Instance<Tasks> stepFunctions,
            Instance<EventBus> eventBridge,
            AnnounceConfig config,
            InstantSource clock,
            Observer observer) {
        var tasks = config.stepFunctions() ? Optional.of(stepFunctions.get()) : Optional.<Tasks>empty();
        var channels = new EnumMap<Destination, Channel>(Destination.class);
        channels.put(Destination.WEBHOOK, new Webhooks(outside, secrets, clock));
        channels.put(Destination.TASK, new WaitingTasks(tasks));
        config.eventBus().ifPresent(bus -> channels.put(Destination.EVENT_BUS, new BusEvents(eventBridge.get())));
        return new Announcements(channels, clock, new SecureRandom(), observer);
    }
}
