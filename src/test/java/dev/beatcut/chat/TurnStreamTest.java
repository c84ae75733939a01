package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.chat.Live.Heard;
import dev.beatcut.intent.Intent;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TurnStreamTest {

    private static final int WORDS = 20;

    private volatile TurnView turn = turn(TurnStatus.SENDING, "");
    private final Live live = new Live();
    private final List<Thread> threads = new ArrayList<>();
    private Duration patience = Duration.ofMinutes(1);
    private Optional<Duration> longest = Optional.empty();
    private InstantSource clock = InstantSource.fixed(Instant.EPOCH);

    @Test
    void a_listener_that_reads_nothing_is_left_and_holds_up_nobody() throws InterruptedException {
        patience = Duration.ofMillis(50);
        var stalled = listening(1);
        var reader = listening(Long.MAX_VALUE);

        speak();
        end();

        reader.awaitCompletion();
        assertThat(names(reader)).endsWith("text", "done");
        assertThat(texts(reader)).containsExactlyElementsOf(words());
        assertThat(names(stalled)).containsExactly("text");
        threads.getFirst().join();
        stalled.request(WORDS).awaitCompletion();
        assertThat(names(stalled)).containsExactly("text", "left");
    }

    @Test
    void a_slow_listener_gets_every_word_and_the_end() {
        var slow = listening(1);
        speak();
        end();

        for (var read = 2; read <= WORDS + 1; read++) {
            slow.request(1).awaitItems(read);
        }
        slow.awaitCompletion();

        assertThat(texts(slow)).containsExactlyElementsOf(words());
        assertThat(names(slow)).endsWith("text", "done");
    }

    @Test
    void a_listener_that_comes_late_hears_it_from_the_beginning() {
        listening(1);
        speak();

        var late = listener(Long.MAX_VALUE).awaitItems(WORDS);

        assertThat(texts(late)).containsExactlyElementsOf(words());
    }

    @Test
    void a_turn_that_spoke_elsewhere_is_told_from_the_table() {
        turn = turn(TurnStatus.DONE, "All of it.");

        var listener = listener(Long.MAX_VALUE).awaitCompletion();

        assertThat(names(listener)).containsExactly("text", "done");
        assertThat(listener.getItems().getFirst().getData()).isEqualTo("{\"text\":\"All of it.\"}");
    }

    @Test
    void a_listener_is_told_for_as_long_as_a_gateway_waits_and_then_where_to_ask() {
        longest = Optional.of(Duration.ofMillis(50));
        clock = InstantSource.system();

        var listener = listener(Long.MAX_VALUE).awaitCompletion();

        assertThat(names(listener)).containsExactly("left");
        assertThat(listener.getItems().getLast().getData().toString()).contains("/turns/t?wait=");
    }

    @Test
    @Timeout(10)
    void a_wait_of_less_than_a_millisecond_ends() throws InterruptedException {
        assertThat(live.follow("t").next(Duration.ofNanos(1))).isNull();
    }

    /** One that has heard the first word. */
    private AssertSubscriber<OutboundSseEvent> listening(long demand) {
        var listener = listener(demand);
        if (threads.size() == 1) {
            live.tell("t", new Heard.Text(words().getFirst()));
        }
        return listener.awaitItems(1);
    }

    private AssertSubscriber<OutboundSseEvent> listener(long demand) {
        var stream = new TurnStream(
                id -> () -> turn,
                live,
                new ObjectMapper().registerModule(new JavaTimeModule()),
                clock,
                task -> threads.add(Thread.startVirtualThread(task)),
                patience,
                longest);
        return stream.play("t", new SseImpl()).subscribe().withSubscriber(AssertSubscriber.create(demand));
    }

    private void speak() {
        words().stream().skip(1).forEach(word -> live.tell("t", new Heard.Text(word)));
    }

    private void end() {
        turn = turn(TurnStatus.DONE, String.join("", words()));
        live.over("t");
    }

    private static List<String> words() {
        return IntStream.range(0, WORDS).mapToObj(i -> "word " + i).toList();
    }

    private static List<String> names(AssertSubscriber<OutboundSseEvent> listener) {
        return listener.getItems().stream().map(OutboundSseEvent::getName).toList();
    }

    private static List<String> texts(AssertSubscriber<OutboundSseEvent> listener) {
        return listener.getItems().stream()
                .filter(event -> event.getName().equals("text"))
                .map(event -> event.getData().toString().replaceAll("^.*:\"|\"}$", ""))
                .toList();
    }

    private static TurnView turn(TurnStatus status, String reply) {
        return new TurnView(
                "t",
                "s",
                "",
                List.of(),
                Intent.EDIT,
                status,
                reply,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null);
    }
}
