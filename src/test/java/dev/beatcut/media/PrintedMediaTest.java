package dev.beatcut.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.nemo.UploadedFile;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What records of files say of themselves, in logs too. */
class PrintedMediaTest {

    private static final URI SIGNED = URI.create("https://me:pass@files.example:8443/secret/a.mp4?signature=abc");

    @Test
    void what_a_caller_says_is_printed_without_the_links_secrets() {
        assertThat(new NewMedia("a.mp4", 5L, "video/mp4", SIGNED, true).toString())
                .contains("a.mp4", "https://files.example:8443")
                .doesNotContain("pass", "secret", "signature", "abc");
        assertThat(new NewMedia("a.mp4", 5L, null, null, null).toString()).contains("url=null");
    }

    @Test
    void a_file_is_printed_without_the_links_secrets() {
        var id = IdKind.MEDIA.in(FakeProject.SESSION, "2".repeat(26));
        var item = MediaItem.linked(id, FakeProject.SESSION, "a.mp4", Format.MP4, SIGNED, Instant.EPOCH)
                .ready(new UploadedFile("a.mp4", "video", SIGNED, 1L, 1, 1, "h"), "upstream");

        assertThat(item.toString())
                .contains(id, "https://files.example:8443", "READY")
                .doesNotContain("pass", "secret", "signature", "abc");
    }
}
