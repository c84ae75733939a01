package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.objects.MemoryObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsDepotTest {

    @TempDir
    Path folder;

    private final MemoryObjects objects = new MemoryObjects("http://objects.test");

    @Test
    void a_part_that_one_node_kept_is_there_for_another_and_one_that_nobody_kept_is_not() throws IOException {
        new PartsDepot(objects).keep("a", Files.writeString(folder.resolve("made"), "part"));
        var there = new PartsDepot(objects);

        assertThat(there.fetch("a", folder.resolve("fetched"))).isTrue();
        assertThat(folder.resolve("fetched")).hasContent("part");
        assertThat(there.fetch("b", folder.resolve("missing"))).isFalse();
        assertThat(folder.resolve("missing")).doesNotExist();
    }
}
