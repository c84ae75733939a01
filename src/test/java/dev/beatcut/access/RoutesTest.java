package dev.beatcut.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.state.Idempotent;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every route, the next one too. */
class RoutesTest {

    @Test
    void every_post_takes_a_key() {
        assertThat(Route.all()).filteredOn(Route::isPost).hasSizeGreaterThan(5).allSatisfy(route -> assertThat(
                        route.code().isAnnotationPresent(Idempotent.class)
                                || route.code().getDeclaringClass().isAnnotationPresent(Idempotent.class))
                .as(route.toString())
                .isTrue());
    }

    /** Routes are found by this name. */
    @Test
    void whatever_answers_http_is_called_a_resource() throws IOException {
        for (var root : List.of("src/main/java", "src/studio/java")) {
            try (var files = Files.walk(Path.of(root))) {
                assertThat(files.filter(Files::isRegularFile).filter(RoutesTest::hasAPath))
                        .isNotEmpty()
                        .allMatch(file -> file.toString().endsWith("Resource.java"));
            }
        }
    }

    private static boolean hasAPath(Path source) {
        try {
            var text = Files.readString(source);
            return text.contains("\n@Path(") && !text.contains("\npublic interface ") && !text.contains("\ninterface ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The studio has tokens of its own, and a signed link is one. */
    @Test
    void only_the_studios_wire_and_the_laptops_signed_links_ask_nobody_who_calls() {
        assertThat(Route.resources().filter(type -> type.isAnnotationPresent(PermitAll.class)))
                .isNotEmpty()
                .allMatch(type -> type.getPackageName().matches("dev\\.beatcut\\.(studio\\.wire|laptop)"));
    }
}
