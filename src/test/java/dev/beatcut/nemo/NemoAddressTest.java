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
        var address = new NemoAddress(URI.create("https://nemo.example"), () -> 0);
        assertThat(address.sameOrigin(other)).isEqualTo(same);
    }

    @Test
    void the_own_port_is_asked_for_at_every_call() {
        var port = new AtomicInteger(1);
        var address = new NemoAddress(null, port::get);
        assertThat(address.at("/run_sse")).hasToString("http://127.0.0.1:1/run_sse");
        port.set(2);
        assertThat(address.at("/run_sse")).hasToString("http://127.0.0.1:2/run_sse");
        assertThat(address.name()).isEqualTo("studio");
    }
}
