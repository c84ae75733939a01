package dev.beatcut.nemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ValueRegistryImpl;
import io.quarkus.vertx.http.HttpServer;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8080",
        "127.8.8.8, http://127.8.8.8:8080",
        "192.168.1.5, http://192.168.1.5:8080",
        "::1, http://[::1]:8080",
        "fd12::5, http://[fd12::5]:8080",
        "beatcut.lan, http://beatcut.lan:8080",
        "localhost, http://127.0.0.1:8080",
        "0.0.0.0, http://127.0.0.1:8080",
        "::, http://127.0.0.1:8080",
        "'', http://127.0.0.1:8080"
    })
    void it_is_reached_where_it_is_bound_to_and_on_loopback_where_that_is_everywhere(String host, URI base) {
        var own = new OwnAddress(host, () -> 8080);

        assertThat(own.base()).isEqualTo(base);
        assertThat(new NemoAddress(null, own::base).at("/run_sse")).isEqualTo(base.resolve("/run_sse"));
    }

    @Test
    void the_port_is_asked_for_at_every_call() {
        var port = new AtomicInteger(1);
        var own = new OwnAddress("127.0.0.1", port::get);
        assertThat(own.base()).hasPort(1);
        port.set(2);
        assertThat(own.base()).hasPort(2);
    }

    @Test
    void the_port_is_what_the_server_registers() {
        var server = ValueRegistryImpl.builder().build();
        server.register(HttpServer.HTTP_PORT, 8085);
        assertThat(new OwnAddress("127.0.0.1", server).base()).hasPort(8085);
    }

    @Test
    void a_process_in_which_nothing_listens_says_so() {
        assertThatThrownBy(() -> new OwnAddress("127.0.0.1", () -> 0).base())
                .isInstanceOf(NemoError.class)
                .hasMessageContaining("no studio listens");
    }
}
