package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.beat.Beat;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a film: pictures to the beats of a song. */
final class Cutter {

    private static final long LONGEST_UNASKED_MS = 60_000;
    private static final long SHORTEST_MS = 1000;

    private final Material song;
    private final List<Material> pictures;

    Cutter(Material song, List<Material> pictures) {
        this.song = song;
        this.pictures = pictures;
    }

    /** Empty when no clip is long enough to show anything. */
    Optional<Timeline> cut(Brief brief, Instruction instruction, Timeline current) {
        long start = start(brief, current);
        var density = brief.density() == null ? CutGrid.usual(song.beats()) : brief.density();
        long frames = frames(brief, start);
        if (frames < CutGrid.SHORTEST) {
            return Optional.empty();
        }
        var grid = new CutGrid(song.beats(), start);
        var cuts = song.beats().beats().isEmpty() ? clockCuts(density, frames) : grid.cuts(density, frames);
        var scenes = Storyboard.of(grid, cuts, frames, pictures);
        if (scenes.isEmpty()) {
            return Optional.empty();
        }
        int[] size = size(brief);
        var m = current.m().deepCopy();
        m.put("width", size[0]).put("height", size[1]).put("fps", 30);
        m.put("ownSound", brief.ownGain());
        Brief.write(density, m);
        m.set("beats", BeatNotes.of(song.beats()));
        long length = CutGrid.RATE.msOf(frames);
        var titles = Captions.after(instruction, current, length);
        m.put(
                "title",
                titles.isEmpty() ? bareName(song.name()) : titles.getFirst().text());
        var tracks = new ArrayList<Track>();
        tracks.add(Track.of("trk_v", TrackType.VIDEO, video(scenes, size, brief.ownGain())));
        tracks.add(Track.of("trk_a", TrackType.AUDIO, List.of(audio(start, length, brief.musicGain()))));
        if (!titles.isEmpty()) {
            tracks.add(Track.of("trk_t", TrackType.TEXT, titles));
        }
        return Optional.of(new Timeline(length, tracks, m, current.other()));
    }

    private long start(Brief brief, Timeline current) {
        if (brief.songPoint() != null) {
            return SongStart.find(brief.songPoint(), song.beats(), song.durationMs());
        }
        boolean same = current.segments(TrackType.AUDIO).stream()
                .anyMatch(s -> song.src().equals(s.src()));
        return same ? brief.songStart() : 0;
    }

    private long frames(Brief brief, long start) {
        long songFrames = (song.durationMs() - start) * 30 / 1000;
        if (brief.lengthMs() != null) {
            return Math.min(songFrames, CutGrid.RATE.frameAt(Math.max(SHORTEST_MS, brief.lengthMs())));
        }
        long worth = Math.max(SHORTEST_MS, Math.min(LONGEST_UNASKED_MS, MomentPicker.worthMs(pictures)));
        if (worth >= song.durationMs() - start) {
            return songFrames;
        }
        long barLine = song.beats().beats().stream()
                .filter(beat -> beat.position() == 1)
                .mapToLong(Beat::ms)
                .map(ms -> ms - start)
                .filter(ms -> ms <= worth)
                .max()
                .orElse(0);
        return CutGrid.RATE.frameAt(barLine * 4 >= worth * 3 ? barLine : worth);
    }

    /** Without beats the clock decides; these cuts are no beats and so have no why. */
    private static List<Cut> clockCuts(Density density, long frames) {
        var cuts = new ArrayList<Cut>();
        if (density instanceof Density.Time time) {
            for (long ms = time.ms(); CutGrid.RATE.frameAt(ms) + CutGrid.SHORTEST <= frames; ms += time.ms()) {
                cuts.add(new Cut(CutGrid.RATE.frameAt(ms), -1, 0, 0, "clock", ms));
            }
        }
        return cuts;
    }

    private int[] size(Brief brief) {
        if (brief.width() > 0 && brief.height() > 0) {
            return new int[] {brief.width(), brief.height()};
        }
        long upright = pictures.stream().filter(p -> p.height() > p.width()).count();
        long square = pictures.stream().filter(p -> p.height() == p.width()).count();
        var shape = 2 * upright > pictures.size()
                ? Shape.VERTICAL
                : 2 * square > pictures.size() ? Shape.SQUARE : Shape.WIDE;
        return new int[] {shape.width(), shape.height()};
    }

    private List<Segment> video(List<Storyboard.Scene> scenes, int[] size, double ownGain) {
        var segments = new ArrayList<Segment>();
        for (var scene : scenes) {
            var stretch = scene.stretch();
            var picture = stretch.material();
            long start = CutGrid.RATE.msOf(scene.shot().from());
            var m = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", bareName(picture.name()))
                    .put("kind", stretch.move() == null ? "clip" : "photo")
                    .put("fit", Fit.of(picture, size[0], size[1]));
            if (stretch.move() != null) {
                m.put("move", stretch.move());
            }
            if (scene.shot().cut() != null && scene.shot().cut().beat() >= 0) {
                m.set("why", why(scene.shot().cut()));
            }
            segments.add(Segment.media(
                    "sg_v" + (segments.size() + 1),
                    start,
                    CutGrid.RATE.msOf(scene.shot().to()) - start,
                    picture.src(),
                    stretch.from(),
                    picture.hasSound() ? ownGain : 0,
                    m));
        }
        return segments;
    }

    private ObjectNode why(Cut cut) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("beat", cut.beat())
                .put("bar", cut.bar())
                .put("strength", cut.strength())
                .put("at", cut.atMs())
                .put("source", song.name())
                .put("reason", cut.reason());
    }

    private Segment audio(long start, long length, double gain) {
        var m = JsonNodeFactory.instance.objectNode().put("name", bareName(song.name()));
        m.put("fadeIn", start > 0 ? 80 : 0);
        m.put("fadeOut", start + length < song.durationMs() - 200 ? Math.min(1000, length / 4) : 0);
        return Segment.media("sg_a1", 0, length, song.src(), start, gain, m);
    }

    static String bareName(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
