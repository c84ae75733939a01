package dev.beatcut.bench;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Clips of 1080p that move and have grain, as a camera's, and a song; the same ones every time. */
final class RenderMaterial {

    private static final String CLIP = "scale=1920:1080:flags=bicubic,noise=alls=5:allf=t:all_seed=7,format=yuv420p";

    private static final String EDITED = "testsrc2=s=960x540:r=30,rotate=t/7:c=gray";

    private RenderMaterial() {}

    /** Clips, then the song; those that are there already stay. */
    static List<Path> make(Path folder) {
        var files = new ArrayList<Path>();
        files.add(clip(folder, "phone.mp4", "testsrc=s=960x540:r=30,hue=h=40*t", 10, 30));
        files.add(clip(folder, "editor.mp4", EDITED, 10, 250));
        files.add(clip(folder, "screen.mp4", "gradients=s=960x540:r=25:speed=0.05:nb_colors=6:seed=7", 10, 250));
        files.add(song(folder));
        return files;
    }

    /** A long clip with few key frames, then the song. */
    static List<Path> makeLong(Path folder) {
        return List.of(clip(folder, "long.mp4", EDITED, 60, 250), song(folder));
    }

    private static Path song(Path folder) {
        var song = folder.resolve("song.m4a");
        if (!Files.exists(song)) {
            var sound = "aevalsrc='0.5*sin(2*PI*110*t)*exp(-8*mod(t,0.5))+0.1*sin(2*PI*440*t)':s=44100:d=40";
            Ffmpeg.bundled().run(List.of("-f", "lavfi", "-i", sound, "" + song));
        }
        return song;
    }

    private static Path clip(Path folder, String name, String picture, int seconds, int group) {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            var inputs = List.of("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", "sine=f=220", "-vf", CLIP);
            var arguments = new ArrayList<>(inputs);
            arguments.addAll(List.of("-t", "" + seconds, "-c:v", "libx264", "-preset", "veryfast", "-crf", "22"));
            arguments.addAll(List.of("-g", "" + group, "-c:a", "aac", "" + file));
            Ffmpeg.bundled().run(arguments);
        }
        return file;
    }
}
