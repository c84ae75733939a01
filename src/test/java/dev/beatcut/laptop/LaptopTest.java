package dev.beatcut.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.beatcut.nemo.OwnAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaptopTest {

    @TempDir
    Path folder;

    private final OwnAddress bound = new OwnAddress("192.168.1.5", () -> 8080);

    @Test
    void links_begin_with_the_address_that_callers_see() {
        assertThat(link(URI.create("https://films.example"))).startsWith("https://films.example/objects/a.mp4?");
        assertThat(link(URI.create("http://films.example:8080/")))
                .startsWith("http://films.example:8080/objects/a.mp4?");
    }

    @Test
    void where_nobody_said_how_callers_see_it_links_begin_with_where_it_is_bound_to() {
        assertThat(link(null)).startsWith("http://192.168.1.5:8080/objects/a.mp4?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "films.example",
                "ftp://films.example",
                "https://films.example/beatcut",
                "https://films.example?a=b",
                "https://films.example#a",
                "https://me@films.example",
                "https://my_films.example"
            })
    void an_address_that_links_cannot_begin_with_is_told_at_the_start(URI url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> laptop(url))
                .withMessageContaining("beatcut.url is \"" + url + "\"")
                .withMessageContaining("https://host");
    }

    private String link(URI url) {
        var laptop = laptop(url);
        var objects = laptop.objects(laptop.signer(InstantSource.system()), bound);
        var link = objects.link("a.mp4", "a.mp4", Duration.ofHours(1)).toString();
        assertThat(link).startsWith(objects.origin().resolve("/").toString());
        return link;
    }

    private Laptop laptop(URI url) {
        return new Laptop(new LaptopConfig() {
            @Override
            public Path data() {
                return folder;
            }

            @Override
            public Optional<URI> url() {
                return Optional.ofNullable(url);
            }
        });
    }
}
