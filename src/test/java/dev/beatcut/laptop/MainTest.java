package dev.beatcut.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    Path folder;

    @Test
    void a_data_folder_that_is_missing_is_made() {
        assertThat(Main.folder(folder.resolve("new/data"))).isEmptyDirectory();
    }

    @Test
    void a_data_folder_that_cannot_be_is_explained_and_not_thrown() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "x");

        assertThat(Main.folder(file)).isNull();
    }
}
