package dev.beatcut.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTest {

    private static final Authentication NONE = new Authentication(false, false);

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "[::]", "192.168.1.7", "10.0.0.1", "fe80::1", "::ffff:10.0.0.1", "0", ""})
    void where_others_can_reach_it_it_does_not_start_without_authentication(String host) {
        assertThatThrownBy(() -> new Exposure(NONE, host).check(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"" + host + "\"")
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("quarkus.oidc.auth-server-url")
                .hasMessageContaining("beatcut.access.open=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]", "::ffff:127.0.0.1"})
    void on_a_loopback_address_it_does(String host) {
        assertThatCode(() -> new Exposure(NONE, host).check(new StartupEvent())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.7"})
    void with_authentication_or_on_a_network_that_is_said_to_be_open_it_does(String host) {
        assertThatCode(() -> new Exposure(new Authentication(true, false), host).check(new StartupEvent()))
                .doesNotThrowAnyException();
        assertThatCode(() -> new Exposure(new Authentication(false, true), host).check(new StartupEvent()))
                .doesNotThrowAnyException();
    }
}
