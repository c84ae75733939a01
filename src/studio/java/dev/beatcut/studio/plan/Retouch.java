package dev.beatcut.studio.plan;

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
        var m = film.m().deepCopy();
        var shape = instruction.first(Wish.Framing.class).map(Wish.Framing::shape);
        shape.ifPresent(s -> m.put("width", s.width()).put("height", s.height()));
        instruction.first(Wish.OwnGain.class).ifPresent(own -> m.put("ownSound", own.gain()));
        long length = instruction
                .first(Wish.Length.class)
                .map(wish -> Math.min(film.length(), onFrame(Math.max(1000, wish.ms()))))
                .orElse(film.length());
        var titles = Captions.after(instruction, film, length);
        if (instruction.asks(Wish.Title.class) && !titles.isEmpty()) {
            m.put("title", titles.getFirst().text());
        }
        var tracks = new ArrayList<Track>();
        boolean placed = false;
        for (var track : film.tracks()) {
            if (track.is(TrackType.TEXT)) {
                if (!placed && !titles.isEmpty()) {
                    tracks.add(with(track, titles));
                }
                placed = true;
            } else {
                tracks.add(with(track, segments(track, instruction, length)));
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

    private static long onFrame(long ms) {
        return CutGrid.RATE.msOf(CutGrid.RATE.frameAt(ms));
    }

    private static Track with(Track track, List<Segment> segments) {
        return new Track(track.id(), track.type(), segments, track.m(), track.other());
    }

    private List<Segment> segments(Track track, Instruction instruction, long length) {
        return track.segments().stream()
                .filter(segment -> segment.start() < length)
                .map(segment -> segment.end() <= length ? segment : shortened(segment, length, track))
                .map(segment -> touched(segment, track, instruction))
                .toList();
    }

    private static Segment shortened(Segment segment, long length, Track track) {
        var m = segment.m().deepCopy();
        if (track.is(TrackType.AUDIO)) {
            m.put("fadeOut", Math.min(1000, length / 4));
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

    private Segment touched(Segment segment, Track track, Instruction instruction) {
        var m = segment.m().deepCopy();
        var gain = segment.gain();
        if (track.is(TrackType.AUDIO)) {
            gain = instruction
                    .first(Wish.MusicGain.class)
                    .map(Wish.MusicGain::gain)
                    .orElse(gain);
        }
        if (track.is(TrackType.VIDEO)) {
            var picture = materials.stream()
                    .filter(material -> material.src().equals(segment.src()))
                    .findFirst();
            boolean silent = picture.map(material -> !material.hasSound()).orElse(false);
            gain = silent
                    ? gain
                    : instruction
                            .first(Wish.OwnGain.class)
                            .map(Wish.OwnGain::gain)
                            .orElse(gain);
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
