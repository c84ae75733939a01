package dev.beatcut.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectsResourceTest {

    @TempDir
    Path folder;

    private final LinkSigner signer = new LinkSigner(new byte[32], InstantSource.system());
    private FolderObjects objects;

    @BeforeEach
    void keep() throws IOException {
        objects = new FolderObjects(folder, signer, () -> URI.create("http://127.0.0.1:1234"));
        objects.put("a.mp4", Files.writeString(folder.resolve("film"), "0123456789"), "video/mp4");
    }

    @Test
    void a_film_is_served_whole_and_says_that_it_can_be_had_in_ranges() throws IOException {
        var answer = get(null);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeaderString("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.getHeaderString("Content-Range")).isNull();
        assertThat(answer.getHeaderString("Content-Disposition")).contains("My%20film.mp4");
        assertThat(answer.getEntity().count).isEqualTo(10);
    }

    @Test
    void a_range_of_a_film_is_served_alone() throws IOException {
        var answer = get("bytes=3-5");

        assertThat(answer.getStatus()).isEqualTo(206);
        assertThat(answer.getHeaderString("Content-Range")).isEqualTo("bytes 3-5/10");
        assertThat(answer.getEntity().offset).isEqualTo(3);
        assertThat(answer.getEntity().count).isEqualTo(3);
    }

    @Test
    void a_range_behind_the_end_is_416_with_the_length() throws IOException {
        var answer = get("bytes=10-");

        assertThat(answer.getStatus()).isEqualTo(416);
        assertThat(answer.getHeaderString("Content-Range")).isEqualTo("bytes */10");
    }

    private RestResponse<PathPart> get(String range) throws IOException {
        var link = FolderObjectsTest.link(objects.link("a.mp4", "My film.mp4", Duration.ofMinutes(1)));
        return new ObjectsResource(objects, signer).get(link, range);
    }
}
