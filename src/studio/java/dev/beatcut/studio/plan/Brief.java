package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;

/**
 * What a film shall be: the instruction's wishes over what the film was so far. Null is "choose for me".
 *
 * @param width pixels, 0 to choose
 * @param songStart ms, null without a film so far; {@code songPoint} comes first
 */
record Brief(
        Density density,
        Long lengthMs,
        int width,
        int height,
        double musicGain,
        double ownGain,
        SongPoint songPoint,
        long songStart) {

    static Brief of(Instruction instruction, Timeline current) {
        boolean film = !current.segments(TrackType.VIDEO).isEmpty();
        var shape = instruction.first(Wish.Framing.class).map(Wish.Framing::shape);
        var song = current.segments(TrackType.AUDIO).stream().findFirst();
        return new Brief(
                instruction.first(Wish.Cuts.class).map(Wish.Cuts::density).orElse(density(current.m())),
                instruction
                        .first(Wish.Length.class)
                        .map(Wish.Length::ms)
                        .orElse(film ? Long.valueOf(current.length()) : null),
                shape.map(Shape::width).orElse(film ? current.width() : 0),
                shape.map(Shape::height).orElse(film ? current.height() : 0),
                instruction
                        .first(Wish.MusicGain.class)
                        .map(Wish.MusicGain::gain)
                        .orElse(song.map(s -> s.gain()).orElse(1.0)),
                instruction
                        .first(Wish.OwnGain.class)
                        .map(Wish.OwnGain::gain)
                        .orElse(current.m().path("ownSound").asDouble(Volumes.UNDER)),
                instruction.first(Wish.SongFrom.class).map(Wish.SongFrom::point).orElse(null),
                song.map(s -> s.sourceStart()).orElse(0L));
    }

    /** What the last edit left for the next: {@code {"beats": 2}}, {@code {"bars": 1}}, {@code {"ms": 2000}}. */
    private static Density density(ObjectNode m) {
        var every = m.path("every");
        if (every.path("beats").asInt() > 0) {
            return new Density.Beats(every.path("beats").asInt());
        }
        if (every.path("bars").asInt() > 0) {
            return new Density.Bars(every.path("bars").asInt());
        }
        return every.path("ms").asLong() > 0 ? new Density.Time(every.path("ms").asLong()) : null;
    }

    static void write(Density density, ObjectNode m) {
        var every = m.putObject("every");
        switch (density) {
            case Density.Beats beats -> every.put("beats", beats.count());
            case Density.Bars bars -> every.put("bars", bars.count());
            case Density.Time time -> every.put("ms", time.ms());
        }
    }
}
