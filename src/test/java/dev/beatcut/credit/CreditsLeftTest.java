package dev.beatcut.credit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.access.OwnToken;
import dev.beatcut.access.SimulatedUpstream;
import dev.beatcut.nemo.InProcessNemo;
import dev.beatcut.nemo.NemoEndpoints;
import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Observer;
import dev.beatcut.observe.Recorded;
import dev.beatcut.observe.Recorded.Value;
import dev.beatcut.state.MemoryTable;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreditsLeftTest {

    private final Recorded measured = new Recorded();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private int status = 200;
    private int asked;

    private CreditsLeft gauge(OwnToken token) {
        var endpoints = (NemoEndpoints) Proxy.newProxyInstance(
                NemoEndpoints.class.getClassLoader(), new Class<?>[] {NemoEndpoints.class}, (self, method, values) -> {
                    asked++;
                    var body = "{\"code\":0,\"data\":{\"available\":90,\"frozen\":10,\"total\":100}}";
                    return InProcessNemo.answer(status, Map.of(), body.getBytes(UTF_8));
                });
        var nemo = InProcessNemo.nemo(
                endpoints,
                (method, uri, headers, body) -> {
                    throw new IOException("Nobody streams here");
                },
                () -> now);
        var upstream = SimulatedUpstream.of(
                new MemoryTable(), new ObjectMapper(), () -> now, nemo, wait -> {}, () -> "id", token);
        return new CreditsLeft(upstream, nemo, () -> now, new Observer(measured, OpenTelemetry.noop()));
    }

    @Test
    void what_the_one_account_has_left_is_seen_every_five_minutes() {
        var gauge = gauge(OwnToken.always("nmv_usr_own"));
        gauge.look();
        gauge.look();
        now = now.plus(CreditsLeft.EVERY);
        gauge.look();

        assertThat(measured.of(Measure.CREDITS))
                .containsExactly(new Value(Measure.CREDITS, 90, List.of()), new Value(Measure.CREDITS, 90, List.of()));
    }

    @Test
    void where_every_owner_has_an_account_nobody_is_asked() {
        gauge(OwnToken.NONE).look();

        assertThat(asked).isZero();
    }

    @Test
    void what_is_not_told_now_is_asked_again_later_and_holds_up_nothing() {
        status = 503;
        var gauge = gauge(OwnToken.always("nmv_usr_own"));
        gauge.look();
        assertThat(measured.of(Measure.CREDITS)).isEmpty();

        status = 200;
        now = now.plus(Duration.ofMinutes(5));
        gauge.look();
        assertThat(measured.of(Measure.CREDITS)).hasSize(1);
    }
}
