package dev.beatcut.nemo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A turn on a virtual clock, without sockets. */
class InProcessNemoTest {

    private static final Credentials CREDENTIALS =
            new Credentials("nmv_usr_secret", new Attribution("music-to-best", "1.2.3", "unknown"));
    private static final String DONE = "data: {\"content\":{\"parts\":[{\"text\":\"Done\"}]},\"author\":\"a\"}\n\n";
    private static final String HEARTBEAT = "data: {\"type\":\"heartbeat\"}\n\n";

    private final VirtualClock clock = new VirtualClock();
    private final Recorder recorder = new Recorder();
    private final List<String> sent = new ArrayList<>();
    private final List<Duration> breaths = new ArrayList<>();

    private final TurnListener listener = new TurnListener() {
        @Override
        public void text(String delta) {
            recorder.text(delta);
        }

        @Override
        public void alive() {
            breaths.add(clock.passed());
        }
    };

    private Nemo nemo(InProcessNemo.Bytes bytes) {
        var endpoints = (NemoEndpoints) Proxy.newProxyInstance(
                NemoEndpoints.class.getClassLoader(),
                new Class<?>[] {NemoEndpoints.class},
                (self, method, arguments) -> InProcessNemo.answer(
                        200,
                        Map.of("Content-Type", "application/json"),
                        "{\"code\":0,\"data\":{\"available\":60,\"frozen\":40}}".getBytes(UTF_8)));
        return InProcessNemo.nemo(endpoints, bytes, clock);
    }

    private TurnOutcome run(Instant leave, ScriptedReply reply) {
        return nemo((method, uri, headers, body) -> {
                    sent.add(new String(body, UTF_8));
                    return reply;
                })
                .run(CREDENTIALS, "1", "cut it", leave, listener);
    }

    private TurnOutcome run(Instant leave, ScriptedReply.Step... steps) {
        return run(leave, ScriptedReply.stream(clock::pass, List.of(steps).iterator()));
    }

    private static ScriptedReply.Piece after(int seconds, String text) {
        return new ScriptedReply.Piece(Duration.ofSeconds(seconds), text);
    }

    private static List<Duration> seconds(long... seconds) {
        return java.util.Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
    }

    @Test
    void a_turn_takes_the_time_that_its_pieces_take() {
        assertThat(run(Instant.MAX, after(3, ": alive\n\n"), after(4, DONE))).isEqualTo(new TurnOutcome.Spoke("Done"));
        assertThat(clock.passed()).isEqualTo(Duration.ofSeconds(7));
        assertThat(sent).hasSize(1);
    }

    @Test
    void json_endpoints_answer_in_process() {
        var nemo = nemo((method, uri, headers, body) -> {
            throw new IOException();
        });
        assertThat(nemo.credits(CREDENTIALS)).isEqualTo(new Balance(60, 40, 100));
    }

    @Test
    void a_connection_that_breaks_after_the_request_is_cut() {
        assertThat(nemo((method, uri, headers, body) -> {
                            throw new IOException("broken");
                        })
                        .run(CREDENTIALS, "1", "cut it", Instant.MAX, listener))
                .isEqualTo(new TurnOutcome.Cut(""));
        assertThat(run(Instant.MAX, after(1, DONE), new ScriptedReply.Broken(Duration.ofSeconds(1))))
                .isEqualTo(new TurnOutcome.Cut("Done"));
    }

    @Test
    void without_a_connection_nothing_was_run() {
        var nemo = nemo((method, uri, headers, body) -> {
            throw InProcessNemo.noConnection();
        });
        assertThatThrownBy(() -> nemo.run(CREDENTIALS, "1", "cut it", Instant.MAX, listener))
                .isInstanceOfSatisfying(
                        NemoError.class, e -> assertThat(e.kind()).isEqualTo(NemoErrorKind.UNREACHABLE));
    }

    @Test
    void a_listener_breathes_every_15_s_while_nothing_comes() {
        run(Instant.MAX, after(50, DONE), after(20, DONE));
        assertThat(breaths).isEqualTo(seconds(15, 30, 45, 65));
    }

    @Test
    void a_listener_breathes_before_the_reply_begins() {
        run(
                Instant.MAX,
                new ScriptedReply(
                        200,
                        Map.of(),
                        clock::pass,
                        Duration.ofSeconds(40),
                        List.of(after(0, DONE)).iterator()));
        assertThat(breaths).isEqualTo(seconds(15, 30));
    }

    @Test
    void a_listener_breathes_with_each_heartbeat_and_between_two_that_are_far_apart() {
        run(Instant.MAX, after(10, HEARTBEAT), after(10, HEARTBEAT), after(20, DONE));
        assertThat(breaths).isEqualTo(seconds(10, 20, 35));
    }

    @Test
    void rule_4_ten_minutes_of_heartbeats_only_are_a_time_out() {
        var beats = java.util.stream.Stream.generate(() -> after(20, HEARTBEAT)).iterator();
        assertThat(run(Instant.MAX, ScriptedReply.stream(clock::pass, beats))).isEqualTo(new TurnOutcome.TimedOut(""));
        assertThat(clock.passed()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void rule_4_ten_minutes_of_nothing_at_all_are_a_time_out() {
        assertThat(run(Instant.MAX, after(10, DONE), after(10_000, DONE))).isEqualTo(new TurnOutcome.TimedOut("Done"));
        assertThat(clock.passed()).isEqualTo(Duration.ofSeconds(610));
    }

    @Test
    void rule_3_a_stream_is_heard_for_15_minutes_and_no_longer() {
        var work = java.util.stream.Stream.generate(() -> after(590, "data: {\"usageMetadata\":{}}\n\n"))
                .iterator();
        assertThat(run(Instant.MAX, ScriptedReply.stream(clock::pass, work))).isEqualTo(new TurnOutcome.TimedOut(""));
        assertThat(clock.passed()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void rule_3_what_comes_just_before_a_limit_is_heard() {
        assertThat(run(Instant.MAX, after(599, HEARTBEAT), after(0, DONE), after(299, DONE)))
                .isEqualTo(new TurnOutcome.Spoke("Done\n\nDone"));
        assertThat(clock.passed()).isEqualTo(Duration.ofSeconds(898));
    }

    @Test
    void whoever_has_to_go_leaves_to_the_second_and_hangs_up() {
        var reply = ScriptedReply.stream(
                clock::pass, List.of(after(10, DONE), after(100, DONE)).iterator());
        assertThat(run(VirtualClock.START.plusSeconds(47), reply)).isEqualTo(new TurnOutcome.Left("Done"));
        assertThat(clock.passed()).isEqualTo(Duration.ofSeconds(47));
        assertThat(reply.hungUp()).isTrue();
    }
}
