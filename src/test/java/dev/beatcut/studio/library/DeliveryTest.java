package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.MemoryTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {

    @TempDir
    Path folder;

    private Node node;
    private Session session;

    @BeforeEach
    void open() {
        node = new Node(
                new MemoryTable(), folder, new Node.Clock(), new FakeCraft(), new Settings(folder.resolve("scratch")));
        session = node.sessions.open(
                node.accounts.issue(UUID.randomUUID().toString()).userId(), "project", null);
    }

    @Test
    void the_limit_counts_bytes_and_its_last_byte_is_allowed() throws IOException {
        node.bring(session, "edge.mp4", "clip " + "x".repeat(995));
        refused("large.mp4", "clip " + "x".repeat(996), ProblemCode.FILE_TOO_LARGE);

        assertThat(files("kept")).isEqualTo(1);
    }

    @Test
    void refused_files_leave_nothing_behind() throws IOException {
        refused("empty.mp4", "", ProblemCode.FILE_EMPTY);
        refused("notes.mp4", "text", ProblemCode.UNSUPPORTED_FORMAT);

        assertThat(files("kept")).isZero();
        assertThat(files("scratch")).isZero();
        assertThat(node.sessions.of(session.owner(), session.id()).media()).isEmpty();
    }

    @Test
    void the_same_bytes_are_kept_once_under_two_names() throws IOException {
        var first = node.bring(session, "a.mp4", "clip same").getFirst();
        var second = node.bring(session, "b.mp4", "clip same").getFirst();

        assertThat(first.hash()).isEqualTo(second.hash());
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(files("kept")).isEqualTo(1);
    }

    @Test
    void an_address_names_the_file_whatever_its_host() {
        var media = node.bring(session, "../..\\夜 景?.mp4", "clip").getFirst();

        assertThat(media.name()).isEqualTo("夜 景_.mp4");
        assertThat(media.address())
                .startsWith("http://studio.test/studio/media/" + media.id() + "/")
                .endsWith("_.mp4");
        assertThat(Media.idIn(media.address().replace("studio.test", "other:9")))
                .isEqualTo(media.id());
        assertThat(Media.idIn("http://other/film.mp4")).isNull();
    }

    private void refused(String name, String content, ProblemCode code) {
        assertThatThrownBy(() -> node.bring(session, name, content))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code))
                .hasMessageContaining(name);
    }

    private long files(String where) throws IOException {
        if (Files.notExists(folder.resolve(where))) {
            return 0;
        }
        try (var found = Files.walk(folder.resolve(where))) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .count();
        }
    }
}
