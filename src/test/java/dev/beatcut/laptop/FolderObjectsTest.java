package dev.beatcut.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.objects.Objects;
import dev.beatcut.objects.ObjectsContract;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectsTest extends ObjectsContract {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final LinkSigner signer = new LinkSigner(new byte[32], () -> now);
    private FolderObjects objects;

    @BeforeEach
    void open() {
        objects = new FolderObjects(folder, signer, () -> URI.create("http://127.0.0.1:1234"));
    }

    @Override
    protected Objects objects() {
        return objects;
    }

    @Test
    void half_an_upload_leaves_nothing() throws IOException {
        var broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection reset");
                }
                return 'x';
            }
        };

        assertThatThrownBy(() -> objects.receive("media/a.mp4", broken)).isInstanceOf(IOException.class);

        assertThat(objects.stat("media/a.mp4")).isEmpty();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void what_was_arriving_when_the_process_died_is_swept() throws IOException {
        Files.writeString(folder.resolve("arriving/half"), "half");

        open();

        assertThat(folder.resolve("arriving/half")).doesNotExist();
    }

    @Test
    void a_key_cannot_leave_the_folder() {
        for (var key : new String[] {"../x", "a/../../x", "/etc/passwd", "a//b", ".hidden", ""}) {
            assertThatThrownBy(() -> objects.stat(key)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_link_is_good_for_what_was_signed_and_until_it_expires() {
        var expires = now.plusSeconds(60).getEpochSecond();
        var link = objects.link("a.mp4", "My film.mp4", Duration.ofSeconds(60)).toString();
        var signature = link.substring(link.indexOf("signature=") + 10);

        assertThat(signer.accepts("GET", "a.mp4", 0, "My film.mp4", expires, signature))
                .isTrue();
        assertThat(signer.accepts("PUT", "a.mp4", 0, "My film.mp4", expires, signature))
                .isFalse();
        assertThat(signer.accepts("GET", "b.mp4", 0, "My film.mp4", expires, signature))
                .isFalse();
        assertThat(signer.accepts("GET", "a.mp4", 0, "My film.mp4", expires + 1, signature))
                .isFalse();
        now = now.plusSeconds(60);
        assertThat(signer.accepts("GET", "a.mp4", 0, "My film.mp4", expires, signature))
                .isFalse();
    }
}
