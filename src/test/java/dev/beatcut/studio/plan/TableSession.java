package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Materials.clip;
import static dev.beatcut.studio.plan.Materials.photo;

import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.Section;
import dev.beatcut.studio.beat.TempoCandidate;
import dev.beatcut.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The session that {@code instructions.txt} speaks of, with its history. */
final class TableSession {

    static final List<Section> SECTIONS = List.of(
            new Section(0, 8_000, 0.3, "intro"),
            new Section(8_000, 24_000, 0.4, "low"),
            new Section(24_000, 30_000, 0.6, "build"),
            new Section(30_000, 46_000, 1, "drop"),
            new Section(46_000, 54_000, 0.4, "break"),
            new Section(54_000, 80_000, 0.9, "high"),
            new Section(80_000, 90_000, 0.3, "outro"));

    static final List<Material> MATERIALS = List.of(
            clip("beach", 40_000, true),
            clip("dog", 40_000, true),
            clip("city", 40_000, false),
            photo("cat", 3000, 2000),
            song("Song", 120, SECTIONS, List.of(new Drop(30_000, 0.9))),
            song("Other", 90, List.of(new Section(0, 90_000, 0.9, "high")), List.of()));

    private static final String FILM = "cut on every second beat, 40 seconds, vertical, title \"One\" for 3 seconds";
    private static final Map<String, List<Timeline>> KNOWN = new HashMap<>();

    private final Planner planner = new Planner();
    private final List<Timeline> films = new ArrayList<>(List.of(Timeline.EMPTY));

    private static Material song(String name, double tempo, List<Section> sections, List<Drop> drops) {
        var beats = new ArrayList<Beat>();
        for (int i = 0; i * 60_000 / tempo < 89_500; i++) {
            beats.add(new Beat(Math.round(i * 60_000 / tempo), 1 + i % 4));
        }
        var grid = new BeatGrid(tempo, List.of(new TempoCandidate(tempo / 2, 0.3)), 4, beats, sections, drops, 90_000);
        return new Material(name + ".mp3", "http://cdn/" + name, Material.Kind.SONG, 90_000, 0, 0, true, null, grid);
    }

    /** @param before such as {@code film > make it square} */
    TableSession(String before) {
        films.addAll(films(before));
    }

    /** All films up to that state; each is made once. */
    private List<Timeline> films(String before) {
        if (before.equals("nothing")) {
            return List.of();
        }
        var known = KNOWN.get(before);
        if (known != null) {
            return known;
        }
        int last = before.lastIndexOf(" > ");
        var earlier = last < 0 ? List.<Timeline>of() : films(before.substring(0, last));
        var said = last < 0 ? FILM : before.substring(last + 3);
        var current = earlier.isEmpty() ? Timeline.EMPTY : earlier.getLast();
        var plan = planner.plan(new Request(said, null, MATERIALS, current));
        var all = new ArrayList<>(earlier);
        all.add(((Plan.Edited) plan).timeline());
        KNOWN.put(before, all);
        return all;
    }

    Timeline current() {
        return films.getLast();
    }

    Plan say(String instruction) {
        return planner.plan(new Request(instruction, null, MATERIALS, current(), this::at));
    }

    private Timeline at(int by) {
        int index = films.size() - 1 + by;
        return index >= 0 && index < films.size() ? films.get(index) : null;
    }
}
