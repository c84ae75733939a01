package dev.beatcut.studio.render;

import static dev.beatcut.studio.ffmpeg.FilterText.number;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.UserMedia;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    private static final int BLOCK = 1 << 16;

    private final Canvas canvas;
    private final Sources sources;
    private final List<Heard> heard;

    /**
     * A shot's sound in frames {@code [from, to)} of the film: longer than the shot where that crosses with another.
     *
     * @param in frames in which it comes up; 0 where the shot is cut in
     */
    private record Heard(Shot shot, long from, long to, long in, long out) {

        static Heard of(Shot shot, List<Chunk> crossings) {
            var coming = crossings.stream()
                    .filter(chunk -> chunk.over().shot() == shot)
                    .findFirst();
            var going = crossings.stream()
                    .filter(chunk -> chunk.under().shot() == shot)
                    .findFirst();
            return new Heard(
                    shot,
                    coming.map(Chunk::from).orElse(shot.from()),
                    going.map(Chunk::to).orElse(shot.to()),
                    coming.map(Chunk::frames).orElse(0L),
                    going.map(Chunk::frames).orElse(0L));
        }
    }

    OwnSound(Canvas canvas, Sources sources, List<Shot> shots, List<Chunk> chunks) {
        this.canvas = canvas;
        this.sources = sources;
        var crossings = chunks.stream().filter(chunk -> chunk.over() != null).toList();
        this.heard = shots.stream()
                .filter(this::isHeard)
                .map(shot -> Heard.of(shot, crossings))
                .toList();
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
        for (var each : heard) {
            recipe.append(each.from).append(' ').append(source(each).hash());
            recipe.append(' ').append(seconds(each)).append(sound(each)).append('\n');
        }
        return recipe.toString();
    }

    /** 32-bit float stereo samples at 48 kHz; put at their bytes, so that nothing can drift. */
    void write(Ffmpeg ffmpeg, Path file, Path scratch) throws IOException {
        try (var out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (int from = 0; from < heard.size(); from += AT_A_TIME) {
                var some = heard.subList(from, Math.min(heard.size(), from + AT_A_TIME));
                decode(ffmpeg, some, scratch);
                for (int i = 0; i < some.size(); i++) {
                    add(part(scratch, i), out, canvas.sampleAt(some.get(i).from) * BYTES_A_SAMPLE);
                    Files.delete(part(scratch, i));
                }
            }
        }
    }

    /** To what is there already: shots that cross are heard together. */
    private static void add(Path part, FileChannel out, long at) throws IOException {
        try (var in = Files.newInputStream(part)) {
            var bytes = new byte[BLOCK];
            long place = at;
            for (int size = in.readNBytes(bytes, 0, BLOCK); size > 0; size = in.readNBytes(bytes, 0, BLOCK)) {
                var sum = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
                out.read(sum, place);
                sum.clear();
                var fresh = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < size; i += Float.BYTES) {
                    sum.putFloat(i, sum.getFloat(i) + fresh.getFloat(i));
                }
                place += out.write(sum, place);
            }
        }
    }

    private void decode(Ffmpeg ffmpeg, List<Heard> some, Path scratch) {
        var arguments = new ArrayList<String>();
        for (var each : some) {
            arguments.addAll(List.of("-noaccurate_seek", "-ss", number(start(each)), "-vn"));
            arguments.addAll(UserMedia.input(source(each).file(), source(each).info()));
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

    private Source source(Heard each) {
        return sources.of(each.shot);
    }

    private double seconds(Heard each) {
        return canvas.seconds(Math.max(0, each.shot.sourceFrame(canvas) + each.from - each.shot.from()));
    }

    private double start(Heard each) {
        double last = Math.max(0, source(each).info().durationMs() / 1000.0 - 0.1);
        return Math.max(0, Math.min(seconds(each), last) - WAY);
    }

    /** Exactly as long as it is heard. */
    private String sound(Heard each) {
        long samples = canvas.sampleAt(each.to) - canvas.sampleAt(each.from);
        double length = (double) samples / Canvas.SOUND_RATE;
        var skipped = number(seconds(each) - start(each));
        return "atrim=start=" + skipped + ",asetpts=PTS-" + skipped + "/TB,aresample=" + Canvas.SOUND_RATE
                + ":async=1:first_pts=0:min_hard_comp=0.01,aformat=sample_fmts=flt:channel_layouts=stereo,apad=whole_len="
                + samples + ",atrim=end_sample=" + samples + ",asetpts=N/SR/TB,volume=" + number(each.shot.gain())
                + fade("in", 0, each.in, length) + fade("out", length, each.out, length);
    }

    /** At the power that both have together where shots cross; else too short to hear, against clicks. */
    private String fade(String way, double at, long crossing, double length) {
        double seconds = crossing > 0 ? canvas.seconds(crossing) : Math.min(0.005, length / 4);
        return ",afade=t=" + way + ":st=" + number(Math.max(0, at - seconds)) + ":d=" + number(seconds)
                + (crossing > 0 ? ":curve=qsin" : "");
    }
}
