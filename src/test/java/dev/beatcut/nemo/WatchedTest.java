package dev.beatcut.nemo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Measures;
import dev.beatcut.observe.Observer;
import dev.beatcut.observe.Recorded;
import dev.beatcut.observe.Recorded.Value;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator sees of the calls of the upstream. */
class WatchedTest {

    private static final Credentials CREDENTIALS =
            new Credentials("nmv_usr_secret", new Attribution("music-to-best", "1.2.3", "unknown"));

    @RegisterExtension
    static final OpenTelemetryExtension SPANS = OpenTelemetryExtension.create();

    private final VirtualClock clock = new VirtualClock();
    private final Recorded measured = new Recorded();
    private final Observer observer = new Observer(measured, SPANS.getOpenTelemetry());

    private Nemo answering(int status, String body) {
        var endpoints = (NemoEndpoints) Proxy.newProxyInstance(
                NemoEndpoints.class.getClassLoader(), new Class<?>[] {NemoEndpoints.class}, (self, method, values) -> {
                    clock.pass(Duration.ofMillis(250));
                    return InProcessNemo.answer(
                            status, Map.of("Content-Type", "application/json"), body.getBytes(UTF_8));
                });
        return InProcessNemo.nemo(
                endpoints,
                (method, uri, headers, sent) -> ScriptedReply.stream(
                        clock::pass,
                        List.of(new ScriptedReply.Broken(Duration.ofSeconds(2))).iterator()),
                clock,
                observer);
    }

    @Test
    void a_call_is_timed_by_its_endpoint() {
        answering(200, "{\"code\":0,\"data\":{\"available\":60}}").credits(CREDENTIALS);

        assertThat(measured.of(Measure.UPSTREAM_CALL))
                .containsExactly(new Value(Measure.UPSTREAM_CALL, 250, List.of("credits")));
        assertThat(measured.of(Measure.UPSTREAM_ERROR)).isEmpty();
    }

    @Test
    void a_refusal_is_counted_by_its_code_and_leaves_no_word_of_it_in_the_span() {
        assertThatThrownBy(() -> answering(402, "{\"code\":2001,\"message\":\"raw words\"}")
                        .state(CREDENTIALS, "1"))
                .isInstanceOf(NemoError.class);

        assertThat(measured.of(Measure.UPSTREAM_ERROR))
                .containsExactly(new Value(Measure.UPSTREAM_ERROR, 1, List.of("2001", "state")));
        assertThat(SPANS.getSpans()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("upstream state");
            assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                    .isEqualTo("2001");
            assertThat(span.toString()).doesNotContain("raw words", "nmv_usr");
        });
    }

    @Test
    void a_stream_that_breaks_is_an_error_too_though_nothing_is_thrown() {
        var outcome = answering(200, "").run(CREDENTIALS, "1", "cut it", Instant.MAX, new Recorder());

        assertThat(outcome).isInstanceOf(TurnOutcome.Cut.class);
        assertThat(measured.of(Measure.UPSTREAM_ERROR))
                .extracting(Value::dimensions)
                .containsExactly(List.of("cut", "run"));
    }

    @Test
    void whatever_an_upstream_says_the_codes_are_few() {
        assertThat(UpstreamCodes.all())
                .hasSizeLessThan(30)
                .contains("1001", "429", "5xx", "other", "cut", "unreachable");
    }

    @Test
    void only_our_own_studio_is_told_of_the_trace() {
        var studio = new NemoAddress(null, () -> URI.create("http://127.0.0.1:1"));
        observer.span("turn", SpanKind.INTERNAL, () -> {
            var span = Span.current().getSpanContext();
            assertThat(Caller.of(CREDENTIALS, studio).headers())
                    .containsEntry("traceparent", "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01");
            assertThat(Caller.of(CREDENTIALS, InProcessNemo.ADDRESS).headers()).doesNotContainKey("traceparent");
            return null;
        });
        assertThat(Caller.of(CREDENTIALS, studio).headers()).doesNotContainKey("traceparent");
    }

    @Test
    void nothing_is_told_where_nobody_collects() {
        var silent = new Watched(new Observer(Measures.NOWHERE, OpenTelemetry.noop()), InstantSource.system());
        assertThat(silent.call("credits", () -> "value")).isEqualTo("value");
    }
}
