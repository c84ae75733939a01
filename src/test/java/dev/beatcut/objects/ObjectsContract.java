package dev.beatcut.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Objects} promises. */
public abstract class ObjectsContract {

    private static final String KEY = "media/local/clip.mp4";
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path scratch;

    protected abstract Objects objects();

    /** Sends a request as {@code arrival} says, to its URL or one of its parts' URLs; false if it is refused. */
    protected abstract boolean send(Arrival arrival, URI link, byte[] bytes) throws IOException;

    /** Whether links mind what was signed; a store of a test's own may not. */
    protected boolean minds() {
        return true;
    }

    /** Whether this store takes parts of what was abandoned, which S3 answers with NoSuchUpload. */
    protected boolean takesLateParts() {
        return false;
    }

    /** The same store, as another process would open it. */
    protected Objects reopened() {
        return objects();
    }

    /** Moves past the end of a link that is good for a second. */
    protected void expire() {}

    @Test
    void what_was_put_is_read_back() throws IOException {
        objects().put(KEY, file("bytes"), "video/mp4");

        assertThat(objects().stat(KEY).orElseThrow().size()).isEqualTo(5);
        try (var bytes = objects().open(KEY)) {
            assertThat(bytes.readAllBytes()).asString().isEqualTo("bytes");
        }
        assertThat(objects().local(KEY, scratch)).hasContent("bytes");
    }

    @Test
    void what_comes_as_a_stream_is_kept_however_long_it_is() throws IOException {
        for (var size : new long[] {0, 1, Parts.LENGTH, Parts.LENGTH * 2 + 77}) {
            objects().put(KEY, new ByteArrayInputStream(bytes(size)), "video/mp4");

            assertThat(Arrays.equals(stored(KEY), bytes(size)))
                    .as("%d bytes", size)
                    .isTrue();
        }
    }

    @Test
    void of_a_stream_that_breaks_off_nothing_is_kept() {
        for (var size : new long[] {1, Parts.LENGTH * 2 + 77}) {
            var broken = new SequenceInputStream(new ByteArrayInputStream(bytes(size)), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("Connection reset");
                }
            });

            assertThatThrownBy(() -> objects().put(KEY, broken, "video/mp4")).isInstanceOf(UncheckedIOException.class);
            assertThat(objects().stat(KEY)).isEmpty();
        }
    }

    @Test
    void a_second_put_replaces_the_first() throws IOException {
        objects().put("a", file("one"), "text/plain");
        objects().put("a", file("two!"), "text/plain");

        assertThat(objects().local("a", scratch)).hasContent("two!");
    }

    @Test
    void a_copy_has_the_same_bytes_and_stays_when_what_it_was_made_from_goes() throws IOException {
        objects().put(KEY, file("bytes"), "video/mp4");
        objects().copy(KEY, "elsewhere/copy.mp4");
        objects().delete(KEY);
        try (var copy = objects().open("elsewhere/copy.mp4")) {
            assertThat(copy).hasBinaryContent("bytes".getBytes());
        }
        assertThatThrownBy(() -> objects().copy(KEY, "a"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_FOUND));
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

    @Test
    void bytes_come_by_one_request() throws IOException {
        var arrival = objects().arrival(KEY, 5, "video/mp4", HOUR);

        assertThat(arrival.method()).isEqualTo("PUT");
        assertThat(send(arrival, arrival.url(), bytes(5))).isTrue();
        assertThat(stored(KEY)).isEqualTo(bytes(5));
    }

    @Test
    void more_or_fewer_bytes_than_were_announced_are_refused() throws IOException {
        assumeTrue(minds());
        var arrival = objects().arrival(KEY, 5, "video/mp4", HOUR);

        assertThat(send(arrival, arrival.url(), bytes(4))).isFalse();
        assertThat(send(arrival, arrival.url(), bytes(6))).isFalse();
        assertThat(objects().stat(KEY)).isEmpty();
    }

    @Test
    void a_link_that_has_expired_or_was_changed_brings_nothing() throws IOException {
        assumeTrue(minds());
        var arrival = objects().arrival(KEY, 5, "video/mp4", Duration.ofSeconds(1));
        var other = URI.create(arrival.url().toString().replace("clip.mp4", "other.mp4"));

        assertThat(send(arrival, other, bytes(5))).isFalse();
        expire();
        assertThat(send(arrival, arrival.url(), bytes(5))).isFalse();
        assertThat(objects().stat(KEY)).isEmpty();
        assertThat(objects().stat("media/local/other.mp4")).isEmpty();
    }

    @Test
    void parts_come_in_any_order_and_are_joined_in_theirs_even_twice() throws IOException {
        var whole = bytes(Parts.LENGTH * 2 + 77);
        var upload = objects().begin(KEY, "video/mp4");
        var arrival = objects().parts(KEY, upload, whole.length, HOUR);

        assertThat(arrival.parts()).hasSize(3);
        assertThat(arrival.partSize()).isEqualTo(Parts.LENGTH);
        for (int number : new int[] {3, 1, 2}) {
            assertThat(sendPart(arrival, number, whole)).isTrue();
        }
        assertThat(objects().stat(KEY)).isEmpty();
        objects().join(KEY, upload, whole.length);
        reopened().join(KEY, upload, whole.length);

        assertThat(Arrays.equals(stored(KEY), whole)).isTrue();
        objects().abandon(KEY, upload);
        assertThat(objects().stat(KEY)).isPresent();
    }

    @Test
    void parts_that_are_missing_can_be_put_yet_by_new_links_and_after_a_restart() throws IOException {
        var whole = bytes(Parts.LENGTH + 5);
        var upload = objects().begin(KEY, "video/mp4");
        sendPart(objects().parts(KEY, upload, whole.length, HOUR), 1, whole);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> objects().join(KEY, upload, whole.length))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.FILE_INCOMPLETE);
                    assertThat(problem.detail()).contains("Of 2 parts").contains(": 2.");
                });
        assertThat(objects().stat(KEY)).isEmpty();

        var again = reopened();
        assertThat(sendPart(again.parts(KEY, upload, whole.length, HOUR), 2, whole))
                .isTrue();
        again.join(KEY, upload, whole.length);
        assertThat(Arrays.equals(stored(KEY), whole)).isTrue();
    }

    @Test
    void a_part_that_is_put_again_replaces_the_first() throws IOException {
        var upload = objects().begin(KEY, "video/mp4");
        var arrival = objects().parts(KEY, upload, 5, HOUR);

        send(arrival, arrival.parts().getFirst(), new byte[5]);
        send(arrival, arrival.parts().getFirst(), bytes(5));
        objects().join(KEY, upload, 5);

        assertThat(stored(KEY)).isEqualTo(bytes(5));
    }

    @Test
    void a_part_of_another_length_is_refused_or_is_not_joined() throws IOException {
        var upload = objects().begin(KEY, "video/mp4");
        var arrival = objects().parts(KEY, upload, 5, HOUR);

        assertThat(send(arrival, arrival.parts().getFirst(), bytes(4))).isEqualTo(!minds());

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> objects().join(KEY, upload, 5));
        assertThat(objects().stat(KEY)).isEmpty();
    }

    @Test
    void an_abandoned_upload_is_over() throws IOException {
        var upload = objects().begin(KEY, "video/mp4");
        var arrival = objects().parts(KEY, upload, 5, HOUR);
        send(arrival, arrival.parts().getFirst(), bytes(5));

        objects().abandon(KEY, upload);
        objects().abandon(KEY, upload);

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> objects().join(KEY, upload, 5));
        assertThat(objects().stat(KEY)).isEmpty();
        assertThat(send(arrival, arrival.parts().getFirst(), bytes(5))).isEqualTo(takesLateParts());
    }

    private boolean sendPart(Arrival arrival, int number, byte[] whole) throws IOException {
        int from = (int) ((number - 1) * Parts.LENGTH);
        var part = Arrays.copyOfRange(whole, from, (int) Math.min(whole.length, from + Parts.LENGTH));
        return send(arrival, arrival.parts().get(number - 1), part);
    }

    private byte[] stored(String key) throws IOException {
        try (var bytes = objects().open(key)) {
            return bytes.readAllBytes();
        }
    }

    private static byte[] bytes(long count) {
        var bytes = new byte[(int) count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(scratch, "put", ""), content);
    }
}
