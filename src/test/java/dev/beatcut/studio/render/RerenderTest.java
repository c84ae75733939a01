package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.Workshop.m;
import static dev.beatcut.studio.render.Workshop.shot;
import static dev.beatcut.studio.render.Workshop.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a film is made anew when its timeline has changed. */
class RerenderTest {

    private static Workshop workshop;
    private static Path clip;
    private static Path song;

    @BeforeAll
    static void open(@TempDir Path folder) {
        workshop = new Workshop(folder);
        clip = workshop.picture("clip.mp4", "testsrc2=s=320x180:r=30", "-t", "12", "-pix_fmt", "yuv420p");
        song = workshop.media("song.wav", List.of("-f", "lavfi", "-i", "sine=f=500:d=12"));
    }

    private static Timeline film(long moved, String title) {
        var rate = FrameRate.FPS_30;
        var shots = new ArrayList<Segment>();
        for (int i = 0; i < 12; i++) {
            long from = rate.msOf(20L * i + (i == 6 ? moved : 0));
            long to = rate.msOf(20L * i + 20 + (i == 5 ? moved : 0));
            shots.add(Segment.media(null, from, to - from, "" + clip, 300L * i, 0.0, m()));
        }
        var music = Segment.media(null, 0, 8000, "" + song, 0, 1, m());
        var words = Segment.text(null, 0, 1000, title, m());
        return timeline(8000, shots, List.of(music), List.of(words));
    }

    private static Path make(String store, Timeline timeline) {
        try {
            var scratch = Files.createTempDirectory(workshop.folder, "scratch");
            var target = scratch.resolveSibling(scratch.getFileName() + ".mp4");
            return workshop.maker(store)
                    .make(timeline, workshop.sources(), Output.DEFAULT, target, scratch, p -> {})
                    .file();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> kept(String store) throws IOException {
        try (var files = Files.list(workshop.folder.resolve("kept-" + store))) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("-seen") && !name.endsWith(".sum"))
                    .toList());
        }
    }

    @Test
    void the_same_timeline_again_makes_nothing_and_gives_the_same_bytes() throws IOException {
        var first = make("same", film(0, "Hello"));
        var kept = kept("same");

        assertThat(make("same", film(0, "Hello"))).hasSameBinaryContentAs(first);
        assertThat(kept("same")).isEqualTo(kept).hasSize(13);
    }

    @Test
    void a_moved_cut_makes_its_two_shots_anew_and_the_film_is_what_it_would_be_from_nothing() throws IOException {
        make("moved", film(0, "Hello"));
        var kept = kept("moved");
        var again = make("moved", film(3, "Hello"));

        assertThat(kept("moved")).hasSize(kept.size() + 2);
        assertThat(again).hasSameBinaryContentAs(make("fresh", film(3, "Hello")));
    }

    @Test
    void another_title_makes_anew_what_it_lies_over() throws IOException {
        make("title", film(0, "Hello"));
        var kept = kept("title");
        make("title", film(0, "Bye"));

        assertThat(kept("title")).as("its first second, two shots").hasSize(kept.size() + 2);
    }

    @Test
    void another_quality_or_size_makes_all_of_it_anew() throws IOException {
        make("size", film(0, "Hello"));
        var kept = kept("size");
        var scratch = Files.createTempDirectory(workshop.folder, "scratch");
        workshop.maker("size")
                .make(
                        film(0, "Hello"),
                        workshop.sources(),
                        Output.asked(null, "draft", null, false),
                        scratch.resolve("film.mp4"),
                        Files.createDirectory(scratch.resolve("work")),
                        p -> {});

        assertThat(kept("size")).hasSize(2 * kept.size());
    }

    @Test
    void the_same_bytes_under_another_name_are_known() throws IOException {
        make("name", timeline(1000, shot(0, 1000, clip, 0)));
        var kept = kept("name");
        var copy = Files.copy(clip, workshop.folder.resolve("copy.mp4"));
        make("name", timeline(1000, shot(0, 1000, copy, 0)));

        assertThat(kept("name")).isEqualTo(kept);
    }

    @Test
    void a_part_that_the_disk_has_spoilt_is_made_anew_and_the_film_is_the_same() throws IOException {
        var first = make("spoilt", film(0, "Hello"));
        try (var files = Files.list(workshop.folder.resolve("kept-spoilt"))) {
            for (var file :
                    files.filter(file -> !file.toString().endsWith(".sum")).toList()) {
                var bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }

        assertThat(make("spoilt", film(0, "Hello"))).hasSameBinaryContentAs(first);
    }

    @Test
    void writing_to_a_finished_mp3_leaves_what_is_kept_as_it_was() throws IOException {
        var first = mp3();
        var bytes = Files.readAllBytes(first);
        Files.writeString(first, "mine now");

        assertThat(mp3()).hasBinaryContent(bytes);
    }

    private static Path mp3() throws IOException {
        var scratch = Files.createTempDirectory(workshop.folder, "scratch");
        var target = scratch.resolveSibling(scratch.getFileName() + ".mp3");
        var output = Output.asked("mp3", null, null, false);
        return workshop.maker("mp3")
                .make(film(0, "Hello"), workshop.sources(), output, target, scratch, p -> {})
                .file();
    }
}
