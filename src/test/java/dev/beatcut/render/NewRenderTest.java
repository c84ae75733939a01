package dev.beatcut.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class NewRenderTest {

    @Test
    void printed_it_tells_neither_the_token_nor_the_webhooks_secrets() {
        var wanted = new NewRender(
                "mp4",
                "high",
                "720p",
                null,
                URI.create("https://me:pass@hooks.example/T0/path?key=query"),
                "task-token");

        assertThat(wanted.toString())
                .contains("mp4", "high", "720p", "hooks.example")
                .doesNotContain("pass", "path", "query", "task-token");
    }
}
