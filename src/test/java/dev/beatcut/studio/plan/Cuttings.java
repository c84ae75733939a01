package dev.beatcut.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.Section;
import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.List;

/** Makes films of wishes instead of words. */
final class Cuttings {

    private Cuttings() {}

    static Instruction instruction(Wish... wishes) {
        return new Instruction(
                Language.ENGLISH,
                List.of(wishes),
                List.of(),
                List.of(),
                List.of(),
                NamedFiles.in("").files(),
                false);
    }

    static Timeline film(List<Material> materials, Timeline current, Wish... wishes) {
        var instruction = instruction(wishes);
        var pictures = materials.stream()
                .filter(material -> material.kind() != Material.Kind.SONG)
                .toList();
        var song = materials.stream()
                .filter(material -> material.kind() == Material.Kind.SONG)
                .findFirst()
                .orElseThrow();
        return new Cutter(song, pictures)
                .cut(Brief.of(instruction, current), instruction, current)
                .orElseThrow();
    }

    static Timeline film(List<Material> materials, Wish... wishes) {
        return film(materials, Timeline.EMPTY, wishes);
    }

    static List<Segment> shots(Timeline film) {
        return film.segments(TrackType.VIDEO);
    }

    static List<Long> starts(Timeline film) {
        return shots(film).stream().skip(1).map(Segment::start).toList();
    }

    /** Lengths of the shots that begin in that stretch of the film. */
    static List<Long> lengths(Timeline film, long from, long to) {
        return shots(film).stream()
                .filter(shot -> shot.start() >= from && shot.start() < to)
                .map(Segment::duration)
                .toList();
    }

    /** A song of 120 beats a minute in 4, so that a bar is 2 s; the sections are said in bars. */
    static Material song(int bars, Object... labelsAndBars) {
        return song(120, bars, labelsAndBars);
    }

    static Material song(double tempo, int bars, Object... labelsAndBars) {
        double bar = 4 * 60_000 / tempo;
        var beats = new ArrayList<Beat>();
        for (int i = 0; i < 4 * bars; i++) {
            beats.add(new Beat(Math.round(i * bar / 4), 1 + i % 4));
        }
        var sections = new ArrayList<Section>();
        var drops = new ArrayList<Drop>();
        int at = 0;
        for (int i = 0; i < labelsAndBars.length; i += 2) {
            var label = (String) labelsAndBars[i];
            int end = at + (Integer) labelsAndBars[i + 1];
            if (label.equals("drop")) {
                drops.add(new Drop(Math.round(at * bar), 0.8));
            }
            sections.add(new Section(Math.round(at * bar), Math.round(end * bar), energy(label), label));
            at = end;
        }
        long durationMs = Math.round(bars * bar);
        return new Material(
                "Song.mp3",
                "http://cdn/song.mp3",
                Material.Kind.SONG,
                durationMs,
                0,
                0,
                true,
                null,
                new BeatGrid(tempo, List.of(), 4, beats, sections, drops, durationMs));
    }

    private static double energy(String label) {
        return switch (label) {
            case "drop", "high" -> 1;
            case "build" -> 0.7;
            case "low" -> 0.5;
            default -> 0.3;
        };
    }

    static void assertOnFrame(long ms) {
        var rate = FrameRate.FPS_30;
        assertThat(rate.msOf(rate.frameAt(ms))).isEqualTo(ms);
    }
}
