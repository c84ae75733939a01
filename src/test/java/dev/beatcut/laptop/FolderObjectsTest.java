package dev.beatcut.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.objects.Arrival;
import dev.beatcut.objects.Objects;
import dev.beatcut.objects.ObjectsContract;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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

    @Override
    protected Objects reopened() {
        open();
        return objects;
    }

    @Override
    protected void expire() {
        now = now.plusSeconds(1);
    }

    @Override
    protected boolean send(Arrival arrival, URI url, byte[] bytes) {
        try {
            new ObjectsResource(objects, signer).put(link(url), (long) bytes.length, new ByteArrayInputStream(bytes));
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    /** As JAX-RS reads it. */
    static ObjectsResource.Link link(URI url) {
        var said = new HashMap<String, String>();
        for (var pair : url.getQuery().split("&")) {
            said.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        var link = new ObjectsResource.Link();
        link.key = url.getPath().substring(LinkSigner.PATH.length());
        link.expires = Long.parseLong(said.get("expires"));
        link.size = Long.parseLong(said.get("size"));
        link.upload = said.get("upload");
        link.part = Integer.parseInt(said.getOrDefault("part", "0"));
        link.name = said.get("name");
        link.signature = said.get("signature");
        return link;
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
    void parts_that_nobody_asked_for_in_a_week_are_swept() throws IOException {
        now = Instant.now();
        var old = objects.begin("media/a.mp4", "video/mp4");
        Files.setLastModifiedTime(folder.resolve("parts/" + old), FileTime.from(now.minus(Duration.ofDays(8))));
        var young = objects.begin("media/b.mp4", "video/mp4");

        open();

        assertThat(folder.resolve("parts/" + old)).doesNotExist();
        assertThat(folder.resolve("parts/" + young)).exists();
    }

    @Test
    void who_was_killed_between_keeping_the_whole_and_deleting_its_parts_finds_it_done() throws IOException {
        var upload = objects.begin("media/a.mp4", "video/mp4");
        objects.receivePart(upload, 1, bytes("bytes"));
        objects.put("media/a.mp4", Files.writeString(folder.resolve("whole"), "bytes"), "video/mp4");
        Files.delete(folder.resolve("parts/" + upload + "/1"));

        open();
        objects.join("media/a.mp4", upload, 5);

        assertThat(objects.local("media/a.mp4", null)).hasContent("bytes");
        assertThat(folder.resolve("parts")).isEmptyDirectory();
    }

    @Test
    void a_part_that_comes_while_its_upload_is_completed_comes_too_late_and_harms_nothing() throws IOException {
        var upload = objects.begin("media/a.mp4", "video/mp4");
        objects.receivePart(upload, 1, bytes("bytes"));
        var late = new InputStream() {
            private boolean over;

            @Override
            public int read() {
                if (!over) {
                    objects.join("media/a.mp4", upload, 5);
                    over = true;
                    return 'x';
                }
                return -1;
            }
        };

        assertThatThrownBy(() -> objects.receivePart(upload, 1, late))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT));
        objects.join("media/a.mp4", upload, 5);

        assertThat(objects.local("media/a.mp4", null)).hasContent("bytes");
        assertThat(folder.resolve("parts")).isEmptyDirectory();
    }

    @Test
    void parts_that_cannot_be_deleted_do_not_undo_what_was_joined_and_go_at_the_next_start() throws IOException {
        var upload = objects.begin("media/a.mp4", "video/mp4");
        objects.receivePart(upload, 1, bytes("bytes"));
        Files.createDirectories(folder.resolve("parts/" + upload + "/in/the/way"));

        objects.join("media/a.mp4", upload, 5);
        objects.join("media/a.mp4", upload, 5);
        assertThat(objects.local("media/a.mp4", null)).hasContent("bytes");

        Files.delete(folder.resolve("parts/gone-" + upload + "/in/the/way"));
        Files.delete(folder.resolve("parts/gone-" + upload + "/in/the"));
        open();
        assertThat(folder.resolve("parts")).isEmptyDirectory();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_link_is_good_for_what_was_signed_and_until_it_expires() {
        var expires = now.plusSeconds(60).getEpochSecond();
        var film = Grant.get("a.mp4", "My film.mp4");
        var link = objects.link("a.mp4", "My film.mp4", Duration.ofSeconds(60)).toString();
        var signature = link.substring(link.indexOf("signature=") + 10);

        assertThat(signer.accepts(film, expires, signature)).isTrue();
        for (var other : List.of(
                new Grant("PUT", "a.mp4", 0, "My film.mp4", "", 0),
                new Grant("GET", "b.mp4", 0, "My film.mp4", "", 0),
                new Grant("GET", "a.mp4", 1, "My film.mp4", "", 0),
                new Grant("GET", "a.mp4", 0, "Your film.mp4", "", 0),
                new Grant("GET", "a.mp4", 0, "My film.mp4\n", "", 0),
                new Grant("GET", "a.mp4", 0, "My film.mp4", "u", 0),
                new Grant("GET", "a.mp4", 0, "My film.mp4", "", 1))) {
            assertThat(signer.accepts(other, expires, signature)).isFalse();
        }
        assertThat(signer.accepts(film, expires + 1, signature)).isFalse();
        now = now.plusSeconds(60);
        assertThat(signer.accepts(film, expires, signature)).isFalse();
    }
}
