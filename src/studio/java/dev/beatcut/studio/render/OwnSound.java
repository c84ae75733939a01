package dev.beatcut.studio.render;

import static dev.beatcut.studio.ffmpeg.FilterText.number;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.UserMedia;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The clips' own sound, shot after shot, on the film's samples. */
final class OwnSound {

    /** Files that are open at the same time. */
    private static final int AT_A_TIME = 16;

    private static final int BYTES_A_SAMPLE = 8;

    /** A decoder that starts in the middle of a stream needs some time to be right. */
    private static final double WAY = 0.2;

    private final Canvas canvas;
    private final Sources sources;
    private final List<Shot> heard;

    OwnSound(Canvas canvas, Sources sources, List<Shot> shots) {
        this.canvas = canvas;
        this.sources = sources;
        this.heard = shots.stream().filter(this::isHeard).toList();
    }

    private boolean isHeard(Shot shot) {
        return !shot.isBlack()
                && shot.gain() > 0
                && sources.of(shot).info().hasSound()
                && !sources.of(shot).isStill();
    }

    boolean isSilent() {
        return heard.isEmpty();
    }

    /** All that decides how it sounds. */
    String recipe() {
        var recipe = new StringBuilder();
        for (var shot : heard) {
            recipe.append(shot.from()).append(' ').append(sources.of(shot).hash());
            recipe.append(' ').append(seconds(shot)).append(sound(shot)).append('\n');
        }
        return recipe.toString();
    }

    /** 32-bit float stereo samples at 48 kHz; put at their bytes, so that nothing can drift. */
    void write(Ffmpeg ffmpeg, Path file, Path scratch) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int from = 0; from < heard.size(); from += AT_A_TIME) {
                var some = heard.subList(from, Math.min(heard.size(), from + AT_A_TIME));
                decode(ffmpeg, some, scratch);
                for (int i = 0; i < some.size(); i++) {
                    out.position(canvas.sampleAt(some.get(i).from()) * BYTES_A_SAMPLE);
                    try (var in = Files.newInputStream(part(scratch, i))) {
                        in.transferTo(Channels.newOutputStream(out));
                    }
                    Files.delete(part(scratch, i));
                }
            }
        }
    }

    private void decode(Ffmpeg ffmpeg, List<Shot> some, Path scratch) {
        var arguments = new ArrayList<String>();
        for (var shot : some) {
            arguments.addAll(List.of("-noaccurate_seek", "-ss", number(start(shot)), "-vn"));
            arguments.addAll(
                    UserMedia.input(sources.of(shot).file(), sources.of(shot).info()));
        }
        for (int i = 0; i < some.size(); i++) {
            arguments.addAll(List.of("-map", i + ":a:0", "-af", sound(some.get(i)), "-c:a", "pcm_f32le"));
            arguments.addAll(List.of("-f", "f32le", "" + part(scratch, i)));
        }
        ffmpeg.run(arguments);
    }

    private static Path part(Path scratch, int index) {
        return scratch.resolve("own-" + index + ".f32");
    }

    private double seconds(Shot shot) {
        return canvas.seconds(shot.sourceFrame(canvas));
    }

    private double start(Shot shot) {
        double last = Math.max(0, sources.of(shot).info().durationMs() / 1000.0 - 0.1);
        return Math.max(0, Math.min(seconds(shot), last) - WAY);
    }

    /** Exactly as long as the shot, with edges too short to hear that take the clicks away. */
    private String sound(Shot shot) {
        long samples = canvas.sampleAt(shot.to()) - canvas.sampleAt(shot.from());
        double length = (double) samples / Canvas.SOUND_RATE;
        double edge = Math.min(0.005, length / 4);
        var skipped = number(seconds(shot) - start(shot));
        return "atrim=start=" + skipped + ",asetpts=PTS-" + skipped + "/TB,aresample=" + Canvas.SOUND_RATE
                + ":async=1:first_pts=0:min_hard_comp=0.01,aformat=sample_fmts=flt:channel_layouts=stereo,apad=whole_len="
                + samples + ",atrim=end_sample=" + samples + ",asetpts=N/SR/TB,volume=" + number(shot.gain())
                + ",afade=t=in:d=" + number(edge) + ",afade=t=out:st=" + number(length - edge) + ":d=" + number(edge);
    }
}
