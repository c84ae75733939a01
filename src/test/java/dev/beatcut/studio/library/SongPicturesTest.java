package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.beatcut.objects.MemoryObjects;
import dev.beatcut.studio.beat.BeatTracker;
import dev.beatcut.studio.ffmpeg.Decoder;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.plan.Material;
import dev.beatcut.studio.plan.Plan;
import dev.beatcut.studio.plan.Planner;
import dev.beatcut.studio.plan.Request;
import dev.beatcut.studio.render.Film;
import dev.beatcut.studio.render.Output;
import dev.beatcut.studio.render.Source;
import dev.beatcut.studio.visual.FlashMeter;
import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films of a song alone, rendered. */
class SongPicturesTest {

    private static final long[] CUTS = {0, 1000, 2000, 2500, 3000};

    @TempDir
    Path folder;

    private final Ffmpeg ffmpeg = Ffmpeg.bundled();
    private Path song;

    @BeforeEach
    void recordSong() {
        song = folder.resolve("song.wav");
        var thuds = "aevalsrc=exprs='0.8*sin(2*PI*60*mod(t\\,0.5))*exp(-18*mod(t\\,0.5))':s=44100:d=6";
        ffmpeg.run(List.of("-f", "lavfi", "-i", thuds, song.toString()));
    }

    @Test
    void every_cut_from_view_to_view_is_found_on_its_frame() {
        var film = made("a.mp4", "one", film(null));

        assertThat(film.durationMs()).isEqualTo(3000);
        assertThat(film.report().cuts()).isEqualTo(3);
        assertThat(film.report().found()).isEqualTo(3);
        assertThat(film.report().frameErrors()).isZero();
    }

    @Test
    void the_same_film_comes_out_byte_for_byte_whether_its_parts_were_kept_or_not() throws IOException {
        var first = Files.readAllBytes(made("a.mp4", "one", film("crossfade")).file());
        var again = Files.readAllBytes(made("b.mp4", "one", film("crossfade")).file());
        var elsewhere =
                Files.readAllBytes(made("c.mp4", "two", film("crossfade")).file());

        assertThat(again).isEqualTo(first);
        assertThat(elsewhere).isEqualTo(first);
    }

    @Test
    void a_whole_film_of_a_fast_song_alone_flashes_no_more_than_three_times_a_second() {
        var planned = planned();
        var film = made("fast.mp4", "fast", planned);

        assertThat(film.report().found()).isEqualTo(film.report().cuts()).isPositive();
        assertThat(flashing(film)).isLessThan(0.03);
    }

    /** What the studio makes of it unasked, as small as the other films here. */
    private Timeline planned() {
        var grid = new BeatTracker().track(new Decoder(ffmpeg).mono(song, 44_100), 44_100);
        var material = new Material("song.wav", "song", Material.Kind.SONG, 6000, 0, 0, true, null, grid);
        var request = new Request("fast cuts, make a highlight video of my song", "en", List.of(material), null);
        var film = ((Plan.Edited) new Planner().plan(request)).timeline();
        var small = film.m().deepCopy().put("width", 180).put("height", 320);
        return new Timeline(film.duration(), film.tracks(), small, null);
    }

    /** The largest share of the picture that flashes more often than three times within some second. */
    private double flashing(Film film) {
        var meter = new FlashMeter(film.width(), film.height(), 30, 400);
        int size = film.width() * film.height() * 3 / 2;
        return ffmpeg.read(
                List.of("-v", "error", "-i", "" + film.file(), "-pix_fmt", "yuv420p", "-f", "rawvideo", "pipe:1"),
                in -> {
                    for (var frame = in.readNBytes(size); frame.length == size; frame = in.readNBytes(size)) {
                        meter.see(frame);
                    }
                    return meter.worst();
                });
    }

    private Film made(String name, String studio, Timeline timeline) {
        var settings = new Settings(folder.resolve(studio));
        var scratch = folder.resolve("work-" + name);
        try {
            Files.createDirectories(scratch);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        var known = Source.of(ffmpeg, song);
        return new MediaCraft(ffmpeg, settings, InstantSource.system(), new MemoryObjects("http://objects.test"))
                .make(new Craft.Work(
                        timeline,
                        src -> known,
                        Output.asked("mp4", "draft", "480p", true),
                        folder.resolve(name),
                        scratch,
                        percent -> {}));
    }

    /** @param last how the last shot comes in, or null */
    private static Timeline film(String last) {
        var json = JsonNodeFactory.instance;
        var looks = List.of("visual:halo", "visual:halo-2", "visual:galaxy", "visual:horizon-3");
        var shots = new ArrayList<Segment>();
        for (int i = 0; i < looks.size(); i++) {
            var m = json.objectNode().put("kind", "visual").put("fit", "cover");
            m.putObject("why").put("at", CUTS[i]).put("reason", "beat");
            if (last != null && i == looks.size() - 1) {
                m.putObject("transition").put("type", last).put("ms", 200);
            }
            shots.add(Segment.media("v" + i, CUTS[i], CUTS[i + 1] - CUTS[i], looks.get(i), CUTS[i], 0, m));
        }
        var music = Segment.media("a", 0, 3000, "song", 1500, 1.0, json.objectNode());
        var root = json.objectNode().put("width", 180).put("height", 320).put("fps", FrameRate.FPS_30.numerator());
        return new Timeline(
                3000L,
                List.of(Track.of("v", TrackType.VIDEO, shots), Track.of("a", TrackType.AUDIO, List.of(music))),
                root,
                null);
    }
}
