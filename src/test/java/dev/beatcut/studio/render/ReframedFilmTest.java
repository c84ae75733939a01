package dev.beatcut.studio.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.footage.FootageScout;
import dev.beatcut.studio.plan.Material;
import dev.beatcut.studio.plan.Plan;
import dev.beatcut.studio.plan.Planner;
import dev.beatcut.studio.plan.Request;
import dev.beatcut.timeline.TrackType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReframedFilmTest {

    @TempDir
    Path folder;

    @Test
    void an_upright_film_of_a_wide_clip_shows_where_something_moves() {
        var workshop = new Workshop(folder);
        var clip = workshop.picture(
                "clip.mp4",
                "color=red:s=320x180:r=30[room];color=lime:s=60x60:r=30[box];"
                        + "[room][box]overlay=x=20:y='60+20*sin(8*t)'",
                "-t",
                "4",
                "-pix_fmt",
                "yuv420p");
        var info = workshop.ffmpeg.probe(clip);
        var footage = new FootageScout(workshop.ffmpeg).look(clip, info);
        var beats = IntStream.range(0, 40)
                .mapToObj(i -> new Beat(500L * i, i % 4 + 1))
                .toList();
        var grid = new BeatGrid(120, List.of(), 4, beats, List.of(), List.of(), 20_000);
        var materials = List.of(
                new Material("clip.mp4", "" + clip, Material.Kind.CLIP, 4000, 320, 180, false, footage, null),
                new Material("song.mp3", "song", Material.Kind.SONG, 20_000, 0, 0, true, null, grid));

        var plan = new Planner().plan(new Request("vertical, cut to the beat, 2 seconds", null, materials, null));

        var shots = ((Plan.Edited) plan)
                .timeline().segments(TrackType.VIDEO).stream()
                        .filter(shot -> shot.start() < 1000)
                        .toList();
        var film = workshop.film(Workshop.timeline(1000, shots, List.of(), List.of()));
        assertThat(workshop.colors(film.file(), 0.5, 0.5)).isEqualTo("g".repeat(30));
    }
}
