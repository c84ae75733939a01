package dev.beatcut.studio.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MezzaninesTest {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private Mezzanines room(long bytes) {
        return new Mezzanines(folder.resolve("kept"), bytes, () -> now);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "made", ""), content);
    }

    private Path target() {
        return folder.resolve("target-" + System.nanoTime());
    }

    @Test
    void what_is_kept_comes_back_and_what_is_not_does_not() throws IOException {
        var kept = room(100);
        kept.keep("a", file("content"));
        var target = target();

        assertThat(kept.fetch("a", target)).isTrue();
        assertThat(target).hasContent("content");
        assertThat(kept.fetch("b", target())).isFalse();
    }

    @Test
    void what_another_node_kept_is_fetched_once_and_kept_here_too() throws IOException {
        var asked = new ArrayList<String>();
        var shared = new HashMap<String, Path>();
        var depot = new Depot() {
            @Override
            public boolean fetch(String key, Path target) throws IOException {
                asked.add(key);
                return shared.containsKey(key) && Files.exists(Files.copy(shared.get(key), target));
            }

            @Override
            public void keep(String key, Path file) {
                shared.put(key, file);
            }
        };
        new Mezzanines(folder.resolve("elsewhere"), 100, () -> now, depot).keep("a", file("content"));
        var here = new Mezzanines(folder.resolve("here"), 100, () -> now, depot);

        for (int times = 0; times < 2; times++) {
            var target = target();
            assertThat(here.fetch("a", target)).isTrue();
            assertThat(target).hasContent("content");
        }
        assertThat(here.fetch("b", target())).isFalse();
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void the_least_recently_used_go_first() throws IOException {
        var kept = room(10);
        for (var key : new String[] {"a", "b", "c"}) {
            kept.keep(key, file("1234"));
            now = now.plusSeconds(1);
        }
        kept.fetch("a", target());
        kept.tidy();

        assertThat(kept.fetch("a", target())).isTrue();
        assertThat(kept.fetch("b", target())).isFalse();
        assertThat(kept.fetch("c", target())).isTrue();
    }

    @Test
    void what_was_fetched_stays_though_it_is_not_kept_any_longer() throws IOException {
        var kept = room(1);
        kept.keep("a", file("1234"));
        var target = target();
        kept.fetch("a", target);
        kept.tidy();

        assertThat(kept.fetch("a", target())).isFalse();
        assertThat(target).hasContent("1234");
    }

    @Test
    void what_a_crash_left_half_written_is_never_given_and_goes_some_hours_later() throws IOException {
        var kept = room(100);
        kept.keep("a", file("whole"));
        var half = Files.writeString(folder.resolve("kept").resolve("x.part"), "ha");
        Files.setLastModifiedTime(half, FileTime.from(now));

        kept.tidy();
        assertThat(half).as("somebody may be writing it").exists();
        now = now.plus(Duration.ofHours(7));
        kept.tidy();
        assertThat(half).doesNotExist();
        assertThat(kept.fetch("a", target())).isTrue();
    }

    @Test
    void what_a_disk_has_spoilt_is_not_given_and_can_be_kept_anew() throws IOException {
        var kept = room(100);
        kept.keep("a", file("content"));
        Files.writeString(folder.resolve("kept").resolve("a"), "contend");
        var target = target();

        assertThat(kept.fetch("a", target)).isFalse();
        assertThat(target).doesNotExist();
        kept.keep("a", file("content"));
        assertThat(kept.fetch("a", target)).isTrue();
        assertThat(target).hasContent("content");
    }

    @Test
    void what_has_no_checksum_is_not_given() throws IOException {
        var kept = room(100);
        kept.keep("a", file("content"));
        Files.delete(folder.resolve("kept").resolve("a.sum"));

        assertThat(kept.fetch("a", target())).isFalse();
    }

    @Test
    void all_of_it_gives_way_when_the_disk_is_full() throws IOException {
        var kept = room(100);
        kept.keep("a", file("content"));

        assertThat(kept.clear()).isTrue();
        assertThat(folder.resolve("kept")).isEmptyDirectory();
        assertThat(kept.clear()).isFalse();
    }
}
