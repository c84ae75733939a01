package dev.beatcut.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTest {

    private static final Authentication NONE = new Authentication(false, false, false);

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
        assertThatCode(() -> new Exposure(new Authentication(true, false, false), host).check(new StartupEvent()))
                .doesNotThrowAnyException();
        assertThatCode(() -> new Exposure(new Authentication(false, true, false), host).check(new StartupEvent()))
                .doesNotThrowAnyException();
    }

    @Test
    void that_any_token_of_the_issuer_is_good_is_said_at_the_start() {
        assertThat(said(Map.of("quarkus.oidc.auth-server-url", "https://issuer.example")))
                .anyMatch(line -> line.contains("WARN") && line.contains("quarkus.oidc.token.audience"));
        assertThat(said(Map.of("quarkus.oidc.public-key", "key")))
                .anyMatch(line -> line.contains("quarkus.oidc.token.audience"));
        assertThat(said(Map.of("quarkus.oidc.public-key", "key", "quarkus.oidc.token.audience", "beatcut")))
                .isEmpty();
        assertThat(said(Map.of("beatcut.access.gateway", "true"))).isEmpty();
        assertThat(said(Map.of())).isEmpty();
    }

    private static List<String> said(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .withMapping(AccessConfig.class)
                .build();
        var lines = new ArrayList<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(record.getLevel() + " " + record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger(Exposure.class.getName());
        log.addHandler(listener);
        try {
            new Exposure(new Authentication(config, config.getConfigMapping(AccessConfig.class)), "127.0.0.1")
                    .check(new StartupEvent());
        } finally {
            log.removeHandler(listener);
        }
        return lines;
    }
}
