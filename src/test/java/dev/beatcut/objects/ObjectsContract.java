package dev.beatcut.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Objects} promises. */
public abstract class ObjectsContract {

    @TempDir
    Path scratch;

    protected abstract Objects objects();

    @Test
    void what_was_put_is_read_back() throws IOException {
        objects().put("media/local/clip.mp4", file("bytes"), "video/mp4");

        assertThat(objects().stat("media/local/clip.mp4").orElseThrow().size()).isEqualTo(5);
        try (var bytes = objects().open("media/local/clip.mp4")) {
            assertThat(bytes.readAllBytes()).asString().isEqualTo("bytes");
        }
        assertThat(objects().local("media/local/clip.mp4", scratch)).hasContent("bytes");
    }

    @Test
    void a_second_put_replaces_the_first() throws IOException {
        objects().put("a", file("one"), "text/plain");
        objects().put("a", file("two!"), "text/plain");

        assertThat(objects().local("a", scratch)).hasContent("two!");
    }

    @Test
    void an_absent_object_has_no_stat_and_cannot_be_opened() {
        assertThat(objects().stat("none")).isEmpty();
        assertThatThrownBy(() -> objects().open("none")).isInstanceOf(Problem.class);
    }

    @Test
    void a_deleted_object_is_gone_and_deleting_it_again_is_fine() throws IOException {
        objects().put("a", file("one"), "text/plain");

        objects().delete("a");
        objects().delete("a");

        assertThat(objects().stat("a")).isEmpty();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(scratch, "put", ""), content);
    }
}
