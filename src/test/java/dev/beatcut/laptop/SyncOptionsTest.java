package dev.beatcut.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncOptionsTest {

    @TempDir
    Path folder;

    private Path clip;
    private Path song;
    private String out;

    @BeforeEach
    void files() throws IOException {
        clip = Files.writeString(folder.resolve("my clip.mp4"), "x");
        song = Files.writeString(folder.resolve("song.mp3"), "x");
        out = folder.resolve("film.mp4").toString();
    }

    @Test
    void files_a_wish_and_a_place_are_read() {
        var options = SyncOptions.parse("sync", clip.toString(), song.toString(), "--ask", "15秒，竖屏", "--out", out)
                .options();

        assertThat(options.files).containsExactly(clip, song);
        assertThat(options.ask).isEqualTo("15秒，竖屏");
        assertThat(options.out).hasToString(out);
        assertThat(options.demo).isFalse();
    }

    @Test
    void a_missing_file_is_named() {
        assertThat(mistake("sync", folder.resolve("none.mp4").toString(), "--out", out))
                .contains("none.mp4\" does not exist");
    }

    @Test
    void a_folder_is_no_file() {
        assertThat(mistake("sync", folder.toString(), "--out", out)).contains("is a folder, not a file");
    }

    @Test
    void no_files_at_all_leads_to_the_demo() {
        assertThat(mistake("sync", "--out", out)).contains("There are no files").contains("--demo");
    }

    @Test
    void the_film_does_not_overwrite_what_it_is_made_of() {
        assertThat(mistake("sync", clip.toString(), song.toString(), "--out", clip.toString()))
                .contains("is one of the files to cut");
    }

    @Test
    void what_is_written_is_mp4_webm_gif_or_mp3() {
        assertThat(mistake(
                        "sync",
                        clip.toString(),
                        "--out",
                        folder.resolve("film.avi").toString()))
                .contains("does not end in .mp4, .webm, .gif or .mp3");
        assertThat(SyncOptions.parse(
                                "sync",
                                clip.toString(),
                                "--out",
                                folder.resolve("film.GIF").toString())
                        .options()
                        .format())
                .isEqualTo("gif");
    }

    @Test
    void the_folder_of_the_film_must_be_there() {
        assertThat(mistake(
                        "sync",
                        clip.toString(),
                        "--out",
                        folder.resolve("no/film.mp4").toString()))
                .contains("cannot be written");
    }

    @Test
    void another_command_is_a_mistake() {
        assertThat(mistake("snyc")).contains("snyc");
    }

    @Test
    void words_that_the_locale_destroyed_are_not_taken_for_a_wish() {
        assertThat(mistake("sync", clip.toString(), "--ask", "\uFFFD\uFFFD2\uFFFD", "--out", out))
                .contains("LC_ALL=C.UTF-8");
    }

    @Test
    void a_mistake_is_said_without_a_page_of_usage() {
        assertThat(mistake("sync", folder.toString(), "--out", out).lines()).hasSize(2);
    }

    @Test
    void help_ends_well() {
        assertThat(SyncOptions.parse("sync", "--help").exitCode()).isZero();
    }

    /** What is said on standard error, the run ending with code 2. */
    private static String mistake(String... args) {
        var said = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(SyncOptions.parse(args).exitCode()).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
