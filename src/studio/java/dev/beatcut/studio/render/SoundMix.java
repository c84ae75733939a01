package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.FilterText.number;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The film's sound: songs at their sample-exact places over the clips' own sound, and how loud the whole is. */
final class SoundMix {

    private static final double CLICK = 0.003;
    private static final int BYTES_A_SAMPLE = 8;

    private final Ffmpeg ffmpeg;
    private final Canvas canvas;
    private final Sources sources;
    private final Path scratch;

    SoundMix(Ffmpeg ffmpeg, Canvas canvas, Sources sources, Path scratch) {
        this.ffmpeg = ffmpeg;
        this.canvas = canvas;
        this.sources = sources;
        this.scratch = scratch;
    }

    /** 32-bit float stereo samples at 48 kHz, exactly as long as the picture. */
    Path file() {
        return scratch.resolve("mix.f32");
    }

    static List<String> format() {
        return List.of("-f", "f32le", "-ar", "" + Canvas.SOUND_RATE, "-ac", "2");
    }

    /** Puts the reels' own sound one after the other; bytes, so that nothing can drift. */
    private Path joined(List<Reel> reels) throws IOException {
        var own = scratch.resolve("own.f32");
        try (var out = FileChannel.open(own, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (var reel : reels) {
                out.position(canvas.sampleAt(reel.from()) * BYTES_A_SAMPLE);
                try (var in = Files.newInputStream(reel.sound(scratch))) {
                    in.transferTo(Channels.newOutputStream(out));
                }
                Files.delete(reel.sound(scratch));
            }
        }
        return own;
    }

    /** @param withSound whether the reels have sound of their own */
    Loudness mix(Timeline timeline, List<Reel> reels, boolean withSound) throws IOException {
        var songs = timeline.segments(TrackType.AUDIO).stream()
                .filter(song -> song.src() != null && song.start() < lengthMs())
                .filter(song -> sources.of(song.src()).info().hasSound())
                .toList();
        var arguments = new ArrayList<String>(List.of("-v", "error"));
        if (withSound) {
            arguments.addAll(format());
            arguments.addAll(List.of("-i", "" + joined(reels)));
        } else {
            arguments.addAll(List.of("-f", "lavfi", "-i", "anullsrc=r=" + Canvas.SOUND_RATE + ":cl=stereo"));
        }
        songs.forEach(song ->
                arguments.addAll(List.of("-i", "file:" + sources.of(song.src()).file())));
        var graph = Files.writeString(scratch.resolve("mix.graph"), graph(songs));
        arguments.addAll(List.of("-/filter_complex", "" + graph, "-map", "[mix]", "-c:a", "pcm_f32le", "-f", "f32le"));
        arguments.addAll(List.of("" + file(), "-map", "[heard]", "-f", "null", "-"));
        return ffmpeg.read(
                arguments,
                in -> Loudness.of(new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).lines()));
    }

    private String graph(List<Segment> songs) {
        var graph = new StringBuilder("[0:a]" + exactly(samples()) + "[own];\n");
        var all = new StringBuilder("[own]");
        for (int i = 0; i < songs.size(); i++) {
            graph.append("[").append(i + 1).append(":a:0]").append(song(songs.get(i)));
            graph.append("[song").append(i).append("];\n");
            all.append("[song").append(i).append("]");
        }
        return graph.append(all)
                .append("amix=inputs=")
                .append(songs.size() + 1)
                .append(":normalize=0:duration=first,asplit[mix][told];\n")
                .append("[told]ebur128=peak=true:metadata=1,ametadata=mode=print:file=-[heard]")
                .toString();
    }

    /** Counts decoded samples instead of trusting time stamps: so were its beats heard. */
    private String song(Segment song) {
        long skipped = Math.max(0, -song.start());
        long start = Math.max(0, song.start());
        long from = (song.sourceStart() == null ? 0 : Math.max(0, song.sourceStart())) + skipped;
        long length = Math.min(song.duration() == null ? lengthMs() : song.duration() - skipped, lengthMs() - start);
        double seconds = length / 1000.0;
        double in = Math.max(CLICK, song.m().path("fadeIn").asDouble() / 1000);
        double out = Math.max(CLICK, song.m().path("fadeOut").asDouble() / 1000);
        var whole = length * Canvas.SOUND_RATE / 1000;
        return "asetpts=N/SR/TB,aresample=" + Canvas.SOUND_RATE
                + ",aformat=sample_fmts=flt:channel_layouts=stereo,atrim=start_sample=" + samples(from)
                + ",asetpts=N/SR/TB," + exactly(whole) + ",volume=" + number(song.gain() == null ? 1 : song.gain())
                + ",afade=t=in:d=" + number(Math.min(in, seconds)) + ",afade=t=out:st="
                + number(Math.max(0, seconds - out)) + ":d=" + number(Math.min(out, seconds)) + ",adelay=delays="
                + samples(start) + "S:all=1";
    }

    private static String exactly(long samples) {
        return "apad=whole_len=" + samples + ",atrim=end_sample=" + samples;
    }

    private static long samples(long ms) {
        return ms * Canvas.SOUND_RATE / 1000;
    }

    private long samples() {
        return canvas.sampleAt(canvas.frames());
    }

    private long lengthMs() {
        return canvas.rate().msOf(canvas.frames());
    }

    /** What the final encoding applies to the mix. */
    String leveled(Loudness loudness) {
        return loudness.filter() + "," + exactly(samples());
    }
}
