package dev.beatcut.studio.library;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.Section;
import dev.beatcut.studio.ffmpeg.Decoder;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import dev.beatcut.studio.render.Source;
import dev.beatcut.studio.visual.Clips;
import dev.beatcut.studio.visual.Hearing;
import dev.beatcut.studio.visual.Look;
import dev.beatcut.studio.visual.Painter;
import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pictures that one film has of its song alone. They are painted when a part of the film is made, from the song and
 * from the beats that the draft tells; the song is listened to once, and not at all where nothing is to be painted.
 */
final class SongPictures {

    /** Changes with what the painter makes of the same song. */
    private static final String VERSION = "painted-2";

    private static final int HERTZ = 44_100;

    private final Decoder decoder;
    private final Clips clips;
    private final Timeline film;
    private final Function<String, Source> files;
    private final Optional<Segment> song;
    private Hearing heard;

    SongPictures(Ffmpeg ffmpeg, Timeline film, Function<String, Source> files) {
        this.decoder = new Decoder(ffmpeg);
        this.clips = new Clips(ffmpeg);
        this.film = film;
        this.files = files;
        this.song = film.segments(TrackType.AUDIO).stream().findFirst();
    }

    /** What is behind an address: one of these pictures, else what {@code files} say. */
    Source source(String src) {
        return Look.of(src).map(this::painted).orElseGet(() -> files.apply(src));
    }

    private Source painted(Look look) {
        var info = new MediaInfo(
                MediaInfo.Kind.VIDEO, "mp4", 0, film.width(), film.height(), 0, FrameRate.FPS_30, 0, "h264", null);
        var hash = String.join(" ", VERSION, look.src(), songHash(), "" + songStartMs(), "" + notes());
        return new Source(null, hash, info, (from, frames, rate, width, height, target) -> {
            double start = songStartMs() / 1000.0 + (double) from * rate.denominator() / rate.numerator();
            var painter = new Painter(heard(), songHash().hashCode(), width, height);
            clips.make(painter, new Clips.Stretch(look, start, frames, rate), target);
        });
    }

    private String songHash() {
        return song.map(segment -> files.apply(segment.src()).hash()).orElse("");
    }

    /** Where in the song the film begins. */
    private long songStartMs() {
        return song.map(segment -> (segment.sourceStart() == null ? 0 : segment.sourceStart()) - segment.start())
                .orElse(0L);
    }

    private JsonNode notes() {
        return film.m().path("beats");
    }

    private synchronized Hearing heard() {
        if (heard == null) {
            float[] mono = song.map(segment -> files.apply(segment.src()))
                    .map(source -> decoder.mono(source.file(), source.info(), HERTZ))
                    .orElse(new float[0]);
            heard = Hearing.of(mono, grid(notes(), 1000L * mono.length / HERTZ));
        }
        return heard;
    }

    /** What {@code BeatNotes} wrote, as far as pictures need it; a draft from elsewhere may tell nothing. */
    private static BeatGrid grid(JsonNode notes, long durationMs) {
        var downbeats = new HashSet<Integer>();
        notes.path("downbeats").forEach(index -> downbeats.add(index.asInt()));
        var beats = new ArrayList<Beat>();
        for (var beat : notes.path("beats")) {
            int before = beats.isEmpty() ? 0 : beats.getLast().position();
            beats.add(new Beat(Math.max(0, beat.asLong()), downbeats.contains(beats.size()) ? 1 : before + 1));
        }
        var drops = new ArrayList<Drop>();
        notes.path("drops")
                .forEach(drop -> drops.add(new Drop(Math.max(0, drop.path("at").asLong()), 1)));
        double tempo = Math.max(0, notes.path("tempo").asDouble());
        return new BeatGrid(
                tempo, List.of(), Math.max(0, notes.path("metre").asInt()), beats, sections(notes), drops, durationMs);
    }

    private static List<Section> sections(JsonNode notes) {
        var sections = new ArrayList<Section>();
        for (var section : notes.path("sections")) {
            long from = Math.max(0, section.path("from").asLong());
            long to = section.path("to").asLong();
            double energy = Math.clamp(section.path("energy").asDouble(), 0, 1);
            if (to > from) {
                sections.add(new Section(from, to, energy, section.path("label").asText()));
            }
        }
        return sections;
    }
}
