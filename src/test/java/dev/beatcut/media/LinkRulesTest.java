package dev.beatcut.media;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.beatcut.problem.Problem;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/a.mp4",
                "file:///etc/passwd",
                "ftp://93.184.216.34/a.mp4",
                "https:///a.mp4",
                "https://user:secret@93.184.216.34/a.mp4",
                "https://127.0.0.1/a.mp4",
                "https://localhost/a.mp4",
                "https://10.1.2.3/a.mp4",
                "https://192.168.1.1/a.mp4",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/a.mp4",
                "https://0.0.0.0/a.mp4",
                "https://[::1]/a.mp4",
                "https://[fd00::1]/a.mp4",
                "https://[::ffff:127.0.0.1]/a.mp4"
            })
    void only_https_at_a_public_address_is_fetched(String url) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> new LinkRules(false).check(URI.create(url)));
    }

    @Test
    void a_public_https_address_is_fine_and_private_ones_where_they_are_allowed() {
        assertThatNoException().isThrownBy(() -> new LinkRules(false).check(URI.create("https://93.184.216.34/a.mp4")));
        assertThatNoException().isThrownBy(() -> new LinkRules(true).check(URI.create("http://127.0.0.1:9/a.mp4")));
    }
}
