package dev.beatcut.nemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NemoAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://nemo.example/x, true", "https://NEMO.example:443/x, true", "http://nemo.example/x, false",
        "https://nemo.example:8443/x, false", "https://cdn.nemo.example/x, false", "https://nemo.example.evil/x, false"
    })
    void a_token_is_for_the_same_scheme_host_and_port(URI other, boolean same) {
        var address = new NemoAddress(URI.create("https://nemo.example"), null);
        assertThat(address.sameOrigin(other)).isEqualTo(same);
    }

    @Test
    void the_own_address_is_asked_for_at_every_call() {
        var port = new AtomicInteger();
        var address = new NemoAddress(null, () -> URI.create("http://[::1]:" + port.incrementAndGet()));
        assertThat(address.at("/run_sse")).hasToString("http://[::1]:1/run_sse");
        assertThat(address.at("/run_sse")).hasToString("http://[::1]:2/run_sse");
        assertThat(address.name()).isEqualTo("studio");
    }
}
