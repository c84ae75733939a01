package dev.beatcut.bench;

import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The same cut list by MLT's {@code melt}, where that is installed. */
final class Melt {

    private Melt() {}

    static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("melt", "-version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** Shots and song as MLT's XML; each shot covers the frame as ours do. */
    static Path project(Path folder, Timeline timeline) throws IOException {
        var rate = FrameRate.FPS_30;
        var producers = new StringBuilder();
        var shots = new StringBuilder("<playlist id='shots'>");
        int number = 0;
        for (var shot : timeline.segments(TrackType.VIDEO)) {
            long in = rate.frameAt(shot.sourceStart());
            long frames = rate.frameAt(shot.end()) - rate.frameAt(shot.start());
            producers.append("<producer id='p%d'><property name='resource'>%s</property></producer>"
                    .formatted(number, shot.src()));
            shots.append("<entry producer='p%d' in='%d' out='%d'><filter mlt_service='crop'>"
                    .formatted(number++, in, in + frames - 1));
            shots.append("<property name='center'>1</property></filter></entry>");
        }
        var song = timeline.segments(TrackType.AUDIO).getFirst().src();
        var profile = "<profile width='1080' height='1920' progressive='1' sample_aspect_num='1' sample_aspect_den='1'"
                + " display_aspect_num='9' display_aspect_den='16' frame_rate_num='30' frame_rate_den='1'"
                + " colorspace='709'/>";
        var xml = "<mlt>" + profile + producers + "<producer id='song' in='0' out='899'><property name='resource'>"
                + song
                + "</property></producer>" + shots + "</playlist><tractor in='0' out='899'><track producer='shots'/>"
                + "<track producer='song'/><transition mlt_service='mix'><property name='a_track'>0</property>"
                + "<property name='b_track'>1</property><property name='sum'>1</property></transition></tractor></mlt>";
        return Files.writeString(folder.resolve("cuts.mlt"), xml);
    }

    static Void render(Path project, Path film) throws IOException, InterruptedException {
        var command = List.of(
                "melt",
                "" + project,
                "-consumer",
                "avformat:" + film,
                "vcodec=libx264",
                "preset=veryfast",
                "crf=20",
                "acodec=aac",
                "real_time=-2");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("melt ended with " + exit);
        }
        return null;
    }
}
