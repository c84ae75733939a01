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

    @Test
    void a_data_folder_goes_whole_though_others_still_work_in_it() throws IOException, InterruptedException {
        var data = Files.createDirectories(folder.resolve("data"));
        for (int i = 0; i < 300; i++) {
            Files.createDirectories(data.resolve("objects/" + i + "/kept"));
        }
        var others = Thread.startVirtualThread(() -> {
            for (int i = 0; i < 300; i++) {
                data.resolve("objects/" + i + "/kept").toFile().delete();
                data.resolve("objects/" + i).toFile().delete();
            }
            data.resolve("late").toFile().mkdir();
        });

        Main.delete(data);
        others.join();
        Main.delete(data);

        assertThat(data).doesNotExist();
    }
}
