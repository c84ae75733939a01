package dev.beatcut.laptop;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Three clips and a song, made on the spot: moving fractals and colours, and four on the floor at a known tempo. */
@Singleton
final class Demo {

    private static final int SECONDS = 12;

    /** ffmpeg's own picture sources, by file name. */
    private static final Map<String, String> CLIPS = Map.of(
            "fractal.mp4",
                    "mandelbrot=size=640x360:rate=30:maxiter=80:start_scale=2.5:end_scale=0.1:end_pts=300,scale=1280:720",
            "colours.mp4", "gradients=size=640x360:rate=25:speed=0.06:nb_colors=6:seed=7,scale=1280:720",
            "life.mp4",
                    "life=size=320x180:rate=24:mold=12:ratio=0.16:seed=5:death_color=#101840:life_color=#ffd060"
                            + ":mold_color=#c03060,scale=1280:720:flags=neighbor");

    private final Ffmpeg ffmpeg;
    private final LaptopConfig config;

    Demo(Ffmpeg ffmpeg, LaptopConfig config) {
        this.ffmpeg = ffmpeg;
        this.config = config;
    }

    /** @return the clips and, last, the song; in the data folder */
    List<Path> make() throws IOException {
        var folder = Files.createDirectories(config.data().resolve("demo"));
        List<Path> files = new ArrayList<>();
        for (var clip : new java.util.TreeMap<>(CLIPS).entrySet()) {
            var file = folder.resolve(clip.getKey());
            ffmpeg.run(List.of(
                    "-f",
                    "lavfi",
                    "-i",
                    clip.getValue(),
                    "-t",
                    String.valueOf(SECONDS),
                    "-pix_fmt",
                    "yuv420p",
                    file.toString()));
            files.add(file);
        }
        var song = folder.resolve("song.wav");
        new DemoSong().write(song);
        files.add(song);
        return files;
    }
}
