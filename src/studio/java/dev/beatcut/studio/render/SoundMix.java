package dev.beatcut.studio.render;

import static dev.beatcut.studio.ffmpeg.FilterText.number;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.UserMedia;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Songs at their sample-exact places over the clips' own sound, and how loud the whole is. */
final class SoundMix {

    private static final double CLICK = 0.003;

    /**
     * A song under speech: some 12 dB down soon after the clip is heard, back half a second after it is not. Levels are
     * those of the clip's sound after its own gain.
     */
    private static final String DUCKED = "sidechaincompress=threshold=0.02:ratio=8:attack=30:release=500";

    private final Canvas canvas;
    private final Sources sources;
    private final List<Segment> songs;
    private final boolean alone;

    /** @param alone whether there is no other sound */
    SoundMix(Timeline timeline, Canvas canvas, Sources sources, boolean alone) {
        this.canvas = canvas;
        this.sources = sources;
        this.alone = alone;
        this.songs = timeline.segments(TrackType.AUDIO).stream()
                .filter(song -> song.src() != null && song.start() < lengthMs())
                .filter(song -> sources.of(song.src()).info().hasSound())
                .toList();
    }

    boolean isEmpty() {
        return songs.isEmpty();
    }

    static List<String> format() {
        return List.of("-f", "f32le", "-ar", "" + Canvas.SOUND_RATE, "-ac", "2");
    }

    /** All that decides how it sounds, besides the clips' own sound. */
    String recipe() {
        return graph()
                + songs.stream()
                        .map(song -> sources.of(song.src()).hash())
                        .collect(Collectors.joining("\n", "\n", "\n"));
    }

    /**
     * @param own the clips' own sound, if there is any
     * @param mixed gets 32-bit float stereo samples at 48 kHz, exactly as long as the picture
     */
    Loudness mix(Ffmpeg ffmpeg, Path own, Path mixed, Path scratch) throws IOException {
        var arguments = new ArrayList<String>(List.of("-v", "error"));
        if (alone) {
            arguments.addAll(List.of("-f", "lavfi", "-i", "anullsrc=r=" + Canvas.SOUND_RATE + ":cl=stereo"));
        } else {
            arguments.addAll(format());
            arguments.addAll(List.of("-i", "" + own));
        }
        for (var song : songs) {
            var source = sources.of(song.src());
            arguments.addAll(UserMedia.input(source.file(), source.info()));
        }
        var graph = Files.writeString(scratch.resolve("mix.graph"), graph());
        arguments.addAll(List.of("-/filter_complex", "" + graph, "-map", "[mix]", "-c:a", "pcm_f32le", "-f", "f32le"));
        arguments.addAll(List.of("" + mixed, "-map", "[heard]", "-f", "null", "-"));
        return ffmpeg.read(
                arguments,
                in -> Loudness.of(new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).lines()));
    }

    private String graph() {
        var graph = new StringBuilder("[0:a]" + exactly(samples()));
        var ducked = songs.stream().filter(this::isDucked).toList();
        if (ducked.isEmpty()) {
            graph.append("[own];\n");
        } else {
            graph.append(",asplit=").append(ducked.size() + 1).append("[own]");
            ducked.forEach(
                    song -> graph.append("[over").append(songs.indexOf(song)).append(']'));
            graph.append(";\n");
        }
        for (int i = 0; i < songs.size(); i++) {
            graph.append(placed(i));
        }
        graph.append("[own]");
        for (int i = 0; i < songs.size(); i++) {
            graph.append("[song").append(i).append(']');
        }
        return graph.append("amix=inputs=")
                .append(songs.size() + 1)
                .append(":normalize=0:duration=first,asplit[mix][told];\n")
                .append("[told]ebur128=peak=true:metadata=1,ametadata=mode=print:file=-[heard]")
                .toString();
    }

    private boolean isDucked(Segment song) {
        return !alone && song.m().path("duck").asBoolean();
    }

    private String placed(int index) {
        var song = songs.get(index);
        var in = "[" + (index + 1) + ":a:0]" + song(song);
        var out = "[song" + index + "];\n";
        if (!isDucked(song)) {
            return in + out;
        }
        return in + ",apad=whole_len=" + samples() + "[loud" + index + "];\n[loud" + index + "][over" + index + "]"
                + DUCKED + out;
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
