package dev.beatcut.announce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.observe.Observer;
import dev.beatcut.state.MemoryTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** An announcer with destinations that do as they are told, and a clock that stands still until it is moved. */
final class Stage {

    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    static final URI HOOK = URI.create("https://hooks.example/secret-path?token=abc");
    static final String TOKEN = "AAAAKgAAAAIAAAAAAAAAAS";
    static final Outcome WELL = new Outcome.Delivered(null);

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Tasks and event bus, which keep what they were sent. */
    final class Aws implements Tasks, EventBus {
        final List<String> calls = new ArrayList<>();
        final List<Event> events = new ArrayList<>();
        Supplier<Outcome> tasks = () -> WELL;
        Supplier<Outcome> bus = () -> WELL;

        @Override
        public Outcome success(String token, String output) {
            calls.add("success " + token + " " + output);
            return tasks.get();
        }

        @Override
        public Outcome failure(String token, String error, String cause) {
            calls.add("failure " + token + " " + error + ": " + cause);
            return tasks.get();
        }

        @Override
        public Outcome alive(String token) {
            calls.add("alive " + token);
            return tasks.get();
        }

        @Override
        public Outcome put(Event event) {
            events.add(event);
            return bus.get();
        }
    }

    final Receiver receiver = new Receiver();
    final Aws aws = new Aws();
    final WebhookSecrets secrets = new WebhookSecrets(new MemoryTable(), JSON, this::now, new SplittableRandom(1));
    private Instant now = START;

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void goTo(Instant time) {
        now = time;
    }

    Announcer announcer() {
        return announcer(Map.of(
                Destination.WEBHOOK, new Webhooks(receiver, secrets, this::now),
                Destination.TASK, new WaitingTasks(Optional.of(aws)),
                Destination.EVENT_BUS, new BusEvents(aws)));
    }

    /** On a laptop. */
    Announcer announcerWithoutAws() {
        return announcer(Map.of(
                Destination.WEBHOOK, new Webhooks(receiver, secrets, this::now),
                Destination.TASK, new WaitingTasks(Optional.empty())));
    }

    private Announcer announcer(Map<Destination, Channel> channels) {
        return new Announcements(channels, this::now, new SplittableRandom(2), Observer.NONE);
    }

    static Happening completed() {
        return new Happening(
                "evt_1", "render.completed", START, "anna", false, json("{\"id\":\"rnd_1\",\"status\":\"COMPLETED\"}"));
    }

    static Happening failed() {
        return new Happening("evt_1", "render.failed", START, "anna", true, json("""
                {"id":"rnd_1","status":"FAILED","problem":{"code":"RenderFailed","detail":"It failed twice.",
                "next":"Look at the timeline."}}"""));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As it comes back from the table. */
    static Announcement stored(Announcement announcement) {
        try {
            return JSON.readValue(JSON.writeValueAsString(announcement), Announcement.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
