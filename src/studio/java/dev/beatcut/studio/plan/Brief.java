package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.Optional;

/**
 * What a film shall be: the instruction's wishes over what the film was so far. Null is "choose for me".
 *
 * @param width pixels, 0 to choose
 * @param musicGain 0 to 1: no sound is louder than it was recorded
 * @param ownGain 0 to 1
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

    private static final long SHORTEST_MS = 1000;

    static Brief of(Instruction instruction, Timeline current) {
        boolean film = !current.segments(TrackType.VIDEO).isEmpty();
        var shape = instruction.first(Wish.Framing.class).map(Wish.Framing::shape);
        var song = current.segments(TrackType.AUDIO).stream().findFirst();
        return new Brief(
                instruction
                        .first(Wish.Cuts.class)
                        .map(Wish.Cuts::density)
                        .orElse(density(current.m().path("every"))),
                length(instruction, current, film ? Long.valueOf(current.length()) : null),
                shape.map(Shape::width).orElse(film ? current.width() : 0),
                shape.map(Shape::height).orElse(film ? current.height() : 0),
                musicGain(instruction, song.map(Segment::gain).orElse(1.0)),
                ownGain(instruction, current.m().path("ownSound").asDouble(Volumes.UNDER)),
                instruction.first(Wish.SongFrom.class).map(Wish.SongFrom::point).orElse(null),
                song.map(Segment::sourceStart).orElse(0L));
    }

    private static Long length(Instruction instruction, Timeline current, Long now) {
        var said = instruction.first(Wish.Length.class).map(Wish.Length::ms);
        if (said.isPresent() || now == null) {
            return said.orElse(null);
        }
        double factor = instruction
                .first(Wish.LengthBy.class)
                .map(Wish.LengthBy::factor)
                .orElse(1.0);
        long more = instruction
                .first(Wish.LengthPlus.class)
                .map(Wish.LengthPlus::ms)
                .orElse(0L);
        long wanted = Math.max(SHORTEST_MS, Math.round(now * factor) + more);
        return factor == 1 ? wanted : onBarLine(wanted, now, current);
    }

    /** A length by feeling ends on the bar line nearest to it, if that goes the same way. */
    private static long onBarLine(long wanted, long now, Timeline current) {
        var beats = current.m().path("beats");
        long start = current.segments(TrackType.AUDIO).stream()
                .findFirst()
                .map(song -> song.sourceStart() - song.start())
                .orElse(0L);
        long best = wanted;
        long off = Math.max(500, now / 10);
        for (var downbeat : beats.path("downbeats")) {
            long at = beats.path("beats").path(downbeat.asInt()).asLong() - start;
            boolean sameWay = wanted < now ? at < now : at > now;
            if (at >= SHORTEST_MS && sameWay && Math.abs(at - wanted) < off) {
                off = Math.abs(at - wanted);
                best = at;
            }
        }
        return best;
    }

    /** Unsaid, it stays as it is; louder and quieter go from there, and from silence back to the usual. */
    private static double musicGain(Instruction instruction, double now) {
        var by = instruction.first(Wish.MusicBy.class).map(Wish.MusicBy::factor);
        double from = now > 0 || by.isEmpty() ? now : 1;
        return gain(instruction.first(Wish.MusicGain.class).map(Wish.MusicGain::gain), from, by.orElse(1.0));
    }

    private static double ownGain(Instruction instruction, double now) {
        var by = instruction.first(Wish.OwnBy.class).map(Wish.OwnBy::factor);
        double from = now > 0 || by.isEmpty() ? now : Volumes.UNDER;
        return gain(instruction.first(Wish.OwnGain.class).map(Wish.OwnGain::gain), from, by.orElse(1.0));
    }

    private static double gain(Optional<Double> said, double now, double by) {
        double wanted = said.orElse(now * by);
        return Math.clamp(Math.round(wanted * 100) / 100.0, 0, 1);
    }

    /** What the last edit left for the next: {@code {"beats": 2}}, {@code {"bars": 1}}, {@code {"ms": 2000}}. */
    static Density density(JsonNode every) {
        if (every.path("beats").asInt() > 0) {
            return new Density.Beats(every.path("beats").asInt());
        }
        if (every.path("bars").asInt() > 0) {
            return new Density.Bars(every.path("bars").asInt());
        }
        return every.path("ms").asLong() > 0 ? new Density.Time(every.path("ms").asLong()) : null;
    }

    static void write(Density density, ObjectNode every) {
        switch (density) {
            case Density.Beats beats -> every.put("beats", beats.count());
            case Density.Bars bars -> every.put("bars", bars.count());
            case Density.Time time -> every.put("ms", time.ms());
        }
    }
}
