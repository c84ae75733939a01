package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.Workshop.m;
import static dev.beatcut.studio.render.Workshop.shot;
import static dev.beatcut.studio.render.Workshop.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.ffmpeg.FfmpegFailed;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FilmMakerTest {

    private static Workshop workshop;
    private static Path clip;

    @BeforeAll
    static void open(@TempDir Path folder) {
        workshop = new Workshop(folder);
        clip = workshop.picture("clip.mp4", "testsrc2=s=320x180:r=30", "-t", "4", "-pix_fmt", "yuv420p");
    }

    private static Timeline many(int shots) {
        var all = new ArrayList<Segment>();
        for (int i = 0; i < shots; i++) {
            all.add(shot(100L * i, 100L * i + 100, clip, 30L * i));
        }
        return timeline(100L * shots, all, List.of(), List.of());
    }

    @Test
    void isH264HighAndAacThatPlaysBeforeItIsWhole() throws IOException {
        var film = workshop.film(many(12));
        var info = workshop.ffmpeg.probe(film.file());
        var bytes = new String(Files.readAllBytes(film.file()), StandardCharsets.ISO_8859_1);

        assertThat(info.videoCodec()).isEqualTo("h264");
        assertThat(info.audioCodec()).isEqualTo("aac");
        assertThat(info.channels()).isEqualTo(2);
        assertThat(info.frameRate()).isEqualTo(dev.beatcut.timeline.FrameRate.FPS_30);
        assertThat(List.of(film.width(), film.height(), info.width(), info.height()))
                .containsExactly(180, 320, 180, 320);
        assertThat(bytes.charAt(bytes.indexOf("avcC") + 5))
                .as("profile_idc High")
                .isEqualTo((char) 100);
        assertThat(bytes.indexOf("moov")).isPositive().isLessThan(bytes.indexOf("mdat"));
        assertThat(film.size()).isEqualTo(Files.size(film.file()));
    }

    @Test
    void sameTimelineSameFilm() throws IOException {
        assertThat(workshop.film(many(12)).file())
                .hasSameBinaryContentAs(workshop.film(many(12)).file());
    }

    @Test
    void progressNeverFallsAndEndsAtHundred() {
        var told = new ArrayList<Integer>();
        workshop.film(many(12), told::add);

        assertThat(told)
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(0)
                .endsWith(100)
                .hasSizeGreaterThan(4);
    }

    @Test
    void anEmptyTimelineIsRefused() {
        assertThatThrownBy(() -> workshop.film(Timeline.EMPTY))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.NOTHING_TO_EXPORT));
    }

    @Test
    void aPictureThatEndsBeforeItsSoundNeverMakesAShortFilm() {
        var brief = workshop.media(
                "brief.mkv",
                List.of("-f", "lavfi", "-i", "color=red:s=320x180:r=30:d=1", "-f", "lavfi", "-i", "sine=d=4"),
                "-pix_fmt",
                "yuv420p");
        var film = workshop.film(timeline(1000, shot(0, 500, clip, 0), shot(500, 1000, brief, 3000)));

        assertThat(workshop.colors(film.file(), 0.5, 0.5)).hasSize(30).endsWith("r".repeat(15));
        assertThat(Workshop.rms(workshop.sound(film.file()), 0.55, 0.95)).isPositive();
    }

    @Test
    void nothingIsLeftAtTheTargetWhenItFails() throws IOException {
        var folder = Files.createDirectory(workshop.folder.resolve("failing"));
        var target = folder.resolve("film.mp4");
        var gone = workshop.folder.resolve("gone.mp4");
        var maker = workshop.maker();
        var timeline = timeline(500, List.of(shot(0, 500, clip, 0)), List.of(song(gone)), List.of());

        assertThatThrownBy(() -> maker.make(timeline, workshop.sources(), Output.DEFAULT, target, scratch(), p -> {}));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aProcessThatWasKilledIsStartedOnceMore() {
        var kills = new AtomicInteger(1);
        var killer = killer(kills);
        Film film;
        try {
            film = workshop.film(timeline(20_000, shot(0, 20_000, clip, 0)));
        } finally {
            kills.decrementAndGet();
        }

        assertThat(kills).as("one was killed").hasValue(-1);
        assertThat(killer).succeedsWithin(Duration.ofSeconds(10));
        assertThat(workshop.ffmpeg.probe(film.file()).durationMs()).isEqualTo(20_000);
    }

    @Test
    void aProcessThatIsKilledAgainFailsTheFilm() throws IOException {
        var folder = Files.createDirectory(workshop.folder.resolve("killed"));
        var kills = new AtomicInteger(1000);
        var timeline = timeline(20_000, shot(0, 20_000, clip, 0));
        killer(kills);

        try {
            assertThatThrownBy(() -> workshop.maker()
                            .make(
                                    timeline,
                                    workshop.sources(),
                                    Output.DEFAULT,
                                    folder.resolve("film.mp4"),
                                    scratch(),
                                    p -> {}))
                    .isInstanceOf(FfmpegFailed.class);
        } finally {
            kills.set(0);
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** Kills so many as it finds them. */
    private static CompletableFuture<Void> killer(AtomicInteger kills) {
        return CompletableFuture.runAsync(
                () -> {
                    while (kills.get() > 0) {
                        killOne(kills);
                        Thread.yield();
                    }
                },
                task -> Thread.ofPlatform().daemon().start(task));
    }

    private static void killOne(AtomicInteger kills) {
        ProcessHandle.current()
                .descendants()
                .filter(FilmMakerTest::makesPictures)
                .filter(ProcessHandle::destroyForcibly)
                .findFirst()
                .ifPresent(child -> {
                    child.onExit().join();
                    kills.decrementAndGet();
                });
    }

    /** Of a process that makes many pieces the arguments are too many to be told. */
    private static boolean makesPictures(ProcessHandle child) {
        var info = child.info();
        var arguments = info.arguments().map(List::of).orElse(List.of("-/filter_complex"));
        return info.command().filter(program -> program.endsWith("ffmpeg")).isPresent()
                && arguments.contains("-/filter_complex");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidSoWithWhatIsNeeded() throws IOException {
        var scratch = scratch();
        Files.createSymbolicLink(scratch.resolve("mix.f32"), Path.of("/dev/full"));
        var target = workshop.folder.resolve("full.mp4");

        assertThatThrownBy(() ->
                        workshop.maker().make(many(3), workshop.sources(), Output.DEFAULT, target, scratch, p -> {}))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.STORAGE_FULL);
                    assertThat(problem.detail()).containsPattern("needs about \\d+ MB");
                });
        assertThat(target).doesNotExist();
    }

    @Test
    void foldersMayHaveAnyName() throws IOException {
        var folder = Files.createDirectories(workshop.folder.resolve("it's [odd], a:b; \"c\" \\ 50%d 中"));
        var source = Files.copy(clip, folder.resolve("a clip's, [copy].mp4"));
        var title = Segment.text(null, 0, 500, "Hello", m());
        var timeline = timeline(500, List.of(shot(0, 500, source, 0)), List.of(), List.of(title));

        var target = folder.resolve("film.mp4");
        workshop.maker()
                .make(
                        timeline,
                        workshop.sources(),
                        Output.DEFAULT,
                        target,
                        Files.createDirectory(folder.resolve("s")),
                        p -> {});
        assertThat(workshop.frames(target, "gray", 1)).hasSize(15);
    }

    @Test
    void withoutX264ItIsEncodedByOpenH264() throws IOException {
        var canvas = new Canvas(320, 180, dev.beatcut.timeline.FrameRate.FPS_30, 30);
        var arguments = new ArrayList<>(List.of("-v", "error", "-i", "" + clip, "-t", "1"));
        arguments.addAll(new Encoding(List.of("libopenh264"), canvas, Output.DEFAULT).picture());
        arguments.add("" + workshop.folder.resolve("open.mp4"));
        workshop.ffmpeg.run(arguments);

        assertThat(workshop.ffmpeg.probe(workshop.folder.resolve("open.mp4")).videoCodec())
                .isEqualTo("h264");
    }

    private static Segment song(Path file) {
        return Segment.media(null, 0, 500, "" + file, 0, 1, m());
    }

    private static Path scratch() throws IOException {
        return Files.createTempDirectory(workshop.folder, "scratch");
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        var target = workshop.folder.resolve("interrupted.mp4");
        var thrown = new AtomicReference<Throwable>();
        var endless = timeline(100_000, shot(0, 100_000, clip, 0));
        var scratch = scratch();
        var thread = Thread.ofVirtual().unstarted(() -> workshop.maker()
                .make(
                        endless,
                        workshop.sources(),
                        Output.DEFAULT,
                        target,
                        scratch,
                        percent -> interruptAt(percent, thrown)));
        thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
        rendering = thread;
        thread.start();
        thread.join();

        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(target).doesNotExist();
    }

    private static volatile Thread rendering;

    private static void interruptAt(int percent, AtomicReference<Throwable> thrown) {
        if (percent > 0 && thrown.get() == null) {
            rendering.interrupt();
        }
    }
}
