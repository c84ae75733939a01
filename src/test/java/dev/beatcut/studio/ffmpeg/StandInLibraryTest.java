package dev.beatcut.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class StandInLibraryTest {

    @TempDir
    Path folder;

    @Test
    void the_dynamic_linker_takes_it() throws Exception {
        var machine = StandInLibrary.machineOf(Path.of("/bin/sh"));
        var library = Files.write(folder.resolve("libpulse.so.0"), StandInLibrary.bytes("libpulse.so.0", machine));

        assertThat(complaint(library)).isEmpty();
        assertThat(complaint(Files.writeString(folder.resolve("libno.so"), "no library")))
                .contains("libno.so");
    }

    private static String complaint(Path library) throws IOException {
        var shell = new ProcessBuilder("/bin/sh", "-c", ":");
        shell.environment().put("LD_PRELOAD", library.toString());
        return new String(shell.start().getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
