package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.List;

/** Changes a film without cutting it anew: only what was asked, everything else stays as it is. */
final class Retouch {

    private final List<Material> materials;

    Retouch(List<Material> materials) {
        this.materials = materials;
    }

    Timeline apply(Instruction instruction, Timeline film) {
        var brief = Brief.of(instruction, film);
        var m = film.m().deepCopy();
        var shape = instruction.first(Wish.Framing.class).map(Wish.Framing::shape);
        shape.ifPresent(s -> m.put("width", s.width()).put("height", s.height()));
        if (asksOwnSound(instruction)) {
            m.put("ownSound", brief.ownGain());
        }
        instruction.all(Wish.Fade.class).forEach(fade -> fade(m, fade));
        Sound.noteFades(instruction, m);
        long length = asksLength(instruction)
                ? Math.min(film.length(), onFrame(Math.max(1000, brief.lengthMs())))
                : film.length();
        if (length < film.length() && Placed.read(m) != null) {
            note(m, film, length);
        }
        var titles = Captions.after(instruction, film, length);
        if (instruction.asks(Wish.Title.class) && !titles.isEmpty()) {
            m.put("title", titles.getFirst().text());
        }
        long fadeOut = Math.min(m.path("musicFadeOut").asLong(Math.min(1000, length / 4)), length / 2);
        var tracks = new ArrayList<Track>();
        boolean placed = false;
        for (var track : film.tracks()) {
            if (track.is(TrackType.TEXT)) {
                if (!placed && !titles.isEmpty()) {
                    tracks.add(with(track, titles));
                }
                placed = true;
            } else {
                tracks.add(with(track, segments(track, instruction, brief, length, fadeOut)));
            }
        }
        if (!placed && !titles.isEmpty()) {
            tracks.add(Track.of("trk_t", TrackType.TEXT, titles));
        }
        return new Timeline(
                film.duration() == null && length == film.length() ? null : Long.valueOf(length),
                tracks,
                m,
                film.other());
    }

    /** What the music meets in a kept video that ends earlier. */
    private void note(ObjectNode m, Timeline film, long length) {
        var audio = film.segments(TrackType.AUDIO).getFirst();
        var song = materials.stream()
                .filter(material -> material.src().equals(audio.src()))
                .findFirst();
        var pictures = materials.stream()
                .filter(material -> material.kind() != Material.Kind.SONG)
                .toList();
        song.ifPresent(material -> {
            var cast = new Casting(pictures, StyleNotes.read(m));
            var video = new KeptVideo(cast.inOrder(), CutGrid.RATE.frameAt(length));
            long offset = audio.sourceStart() - audio.start();
            var placement = new MusicPlacement(material.beats(), video.events(), length);
            var placed = Placed.of(video, new CutGrid(material.beats(), offset), placement, offset);
            ((ObjectNode) m.path("plan")).set("placed", placed.note());
        });
    }

    private static boolean asksLength(Instruction instruction) {
        return instruction.asks(Wish.Length.class)
                || instruction.asks(Wish.LengthBy.class)
                || instruction.asks(Wish.LengthPlus.class);
    }

    private static boolean asksMusic(Instruction instruction) {
        return instruction.asks(Wish.MusicGain.class) || instruction.asks(Wish.MusicBy.class);
    }

    private static boolean asksOwnSound(Instruction instruction) {
        return instruction.asks(Wish.OwnGain.class) || instruction.asks(Wish.OwnBy.class);
    }

    private static void fade(ObjectNode m, Wish.Fade fade) {
        if (fade.in() && m.path("fadeIn").asLong() != fade.ms()) {
            m.put("fadeIn", fade.ms());
        }
        if (fade.out() && m.path("fadeOut").asLong() != fade.ms()) {
            m.put("fadeOut", fade.ms());
        }
    }

    private static void duck(ObjectNode m, boolean on) {
        if (on) {
            m.put("duck", true);
        } else {
            m.remove("duck");
        }
    }

    private static long onFrame(long ms) {
        return CutGrid.RATE.msOf(CutGrid.RATE.frameAt(ms));
    }

    private static Track with(Track track, List<Segment> segments) {
        return new Track(track.id(), track.type(), segments, track.m(), track.other());
    }

    private List<Segment> segments(Track track, Instruction instruction, Brief brief, long length, long fadeOut) {
        return track.segments().stream()
                .filter(segment -> segment.start() < length)
                .map(segment -> segment.end() <= length ? segment : shortened(segment, length, track, fadeOut))
                .map(segment -> track.is(TrackType.AUDIO) ? faded(segment, instruction) : segment)
                .map(segment -> touched(segment, track, instruction, brief))
                .toList();
    }

    private static Segment faded(Segment song, Instruction instruction) {
        var asked = JsonNodeFactory.instance.objectNode();
        Sound.noteFades(instruction, asked);
        if (asked.isEmpty()) {
            return song;
        }
        var m = song.m().deepCopy();
        for (var end : List.of("In", "Out")) {
            if (asked.has("musicFade" + end)) {
                m.put("fade" + end, Math.min(asked.path("musicFade" + end).asLong(), song.duration() / 2));
            }
        }
        return new Segment(
                song.id(),
                song.start(),
                song.duration(),
                song.src(),
                song.sourceStart(),
                song.gain(),
                song.text(),
                m,
                song.other());
    }

    /** @param fadeOut of the music */
    private static Segment shortened(Segment segment, long length, Track track, long fadeOut) {
        var m = segment.m().deepCopy();
        if (track.is(TrackType.AUDIO)) {
            m.put("fadeOut", fadeOut);
        }
        return new Segment(
                segment.id(),
                segment.start(),
                length - segment.start(),
                segment.src(),
                segment.sourceStart(),
                segment.gain(),
                segment.text(),
                m,
                segment.other());
    }

    private Segment touched(Segment segment, Track track, Instruction instruction, Brief brief) {
        var m = segment.m().deepCopy();
        var gain = segment.gain();
        if (track.is(TrackType.AUDIO)) {
            gain = asksMusic(instruction) ? Double.valueOf(brief.musicGain()) : gain;
            instruction.first(Wish.Duck.class).ifPresent(duck -> duck(m, duck.on()));
            instruction.all(Wish.Fade.class).stream().filter(Wish.Fade::out).forEach(fade -> Sound.fade(m, fade.ms()));
        }
        if (track.is(TrackType.VIDEO)) {
            var picture = materials.stream()
                    .filter(material -> material.src().equals(segment.src()))
                    .findFirst();
            boolean silent = picture.map(material -> !material.hasSound()).orElse(false);
            gain = silent || !asksOwnSound(instruction) ? gain : Double.valueOf(brief.ownGain());
            instruction
                    .first(Wish.Framing.class)
                    .map(Wish.Framing::shape)
                    .ifPresent(shape -> picture.ifPresent(
                            material -> m.put("fit", Fit.of(material, shape.width(), shape.height()))));
        }
        return new Segment(
                segment.id(),
                segment.start(),
                segment.duration(),
                segment.src(),
                segment.sourceStart(),
                gain,
                segment.text(),
                m,
                segment.other());
    }
}
