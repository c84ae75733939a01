package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

    @TempDir
    Path root;

    @Test
    void what_an_earlier_life_under_the_same_number_left_goes_and_what_is_in_use_stays() throws IOException {
        var scratch = new Scratch(root);
        var mine = scratch.folder().path();
        var pid = ProcessHandle.current().pid();
        var before =
                Files.createDirectories(root.resolve("pid-" + pid + "-1000").resolve("work1"));
        var dead = Files.createDirectories(root.resolve("pid-2147483000-5").resolve("work1"));
        var foreign = Files.createDirectories(root.resolve("holiday"));

        scratch.sweep();

        assertThat(before).doesNotExist();
        assertThat(dead).doesNotExist();
        assertThat(mine).exists();
        assertThat(foreign).exists();
    }
}
