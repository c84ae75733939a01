package dev.beatcut.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The container file against what was packaged; its command and its health check are run by {@link TeamIT}. */
class ContainerfileIT {

    private final Containerfile file = new Containerfile();

    @Test
    void the_base_image_is_one_version_of_a_jvm_that_runs_what_was_compiled() {
        assertThat(file.only("FROM")).matches("--platform=linux/amd64 eclipse-temurin:25\\.\\d+\\.\\d+_\\d+-jre-\\w+");
    }

    @Test
    void all_that_was_packaged_is_copied_and_nothing_that_was_not() throws IOException {
        var copied = new TreeSet<Path>();
        for (var copy : file.all("COPY")) {
            var words = Arrays.asList(copy.split("\\s+"));
            words.subList(0, words.size() - 1).stream().map(Path::of).forEach(copied::add);
        }
        assertThat(copied).isNotEmpty().allSatisfy(path -> assertThat(path).exists());
        try (var packaged = Files.list(Path.of("target/quarkus-app"))) {
            assertThat(packaged.filter(path -> !path.getFileName().toString().equals("quarkus-app-dependencies.txt")))
                    .allSatisfy(path -> assertThat(copied).contains(path));
        }
    }

    @Test
    void what_is_copied_is_not_left_out_of_the_context_and_the_rest_is() throws IOException {
        assertThat(Files.readAllLines(Path.of(Containerfile.FILE + ".dockerignore")))
                .containsExactly("*", "!target/quarkus-app", "!target-lgpl/quarkus-app");
    }

    @Test
    void the_build_for_linux_on_x86_64_is_inside() throws IOException {
        try (var packaged = Files.walk(Path.of("target/quarkus-app/lib"))) {
            assertThat(packaged.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.matches("org\\.bytedeco\\.ffmpeg-.*-linux-x86_64(-gpl)?\\.jar"));
        }
    }

    @Test
    void nothing_runs_as_root_and_all_that_is_written_lies_in_one_folder() {
        assertThat(file.only("USER")).matches("[1-9]\\d+:[1-9]\\d+");
        assertThat(file.only("VOLUME")).isEqualTo("[\"" + Containerfile.FOLDER + "\"]");
        assertThat(file.environment()).containsEntry("BEATCUT_DATA", Containerfile.FOLDER);
        assertThat(file.entrypoint())
                .contains("-Djava.io.tmpdir=" + Containerfile.FOLDER)
                .contains("-Dorg.bytedeco.javacpp.cachedir=" + Containerfile.FOLDER + "/ffmpeg");
    }

    @Test
    void no_secret_is_in_the_image() {
        assertThat(file.environment().keySet()).noneMatch(name -> name.contains("TOKEN") || name.contains("SECRET"));
    }
}
