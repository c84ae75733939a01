package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.visual.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pictures for a film that has nothing but a song: each section of the song begins with a style of its own, and cuts
 * inside it go from one view of that style to another, until it was seen enough; so the film changes with the music and
 * stays of a piece.
 */
final class SongVisuals {

    /** Shots until a section's style gives way to the next one. */
    private static final int ENOUGH = 6;

    private SongVisuals() {}

    /** What was chosen, and all looks where a song is all that was ever brought. */
    static List<Material> beside(List<Material> chosen, List<Material> brought) {
        if (chosen.isEmpty() || brought.stream().anyMatch(material -> material.kind() != Material.Kind.SONG)) {
            return chosen;
        }
        return Stream.concat(chosen.stream(), pictures().stream()).toList();
    }

    private static List<Material> pictures() {
        return Look.all().stream()
                .map(look -> new Material(
                        look.name(),
                        look.src(),
                        Material.Kind.VISUAL,
                        0,
                        Shape.VERTICAL.width(),
                        Shape.VERTICAL.height(),
                        false,
                        null,
                        null))
                .toList();
    }

    /** The same shots; those that show visuals show the one that becomes their section. */
    static List<Scene> dressed(List<Scene> scenes, BeatGrid song, long songStart) {
        var dressed = new ArrayList<Scene>();
        int style = 0;
        int view = 0;
        int last = -1;
        for (var scene : scenes) {
            int section =
                    section(song, songStart + CutGrid.RATE.msOf(scene.shot().from()));
            boolean next = last >= 0 && (section != last || view == ENOUGH);
            style += next ? 1 : 0;
            view = next ? 0 : view;
            last = section;
            dressed.add(isVisual(scene) ? new Scene(scene.shot(), scene.reel(), showing(scene, style, view++)) : scene);
        }
        return dressed;
    }

    private static boolean isVisual(Scene scene) {
        return scene.stretch().material().kind() == Material.Kind.VISUAL;
    }

    private static Stretch showing(Scene scene, int style, int view) {
        var names = Look.all().stream().map(Look::name).distinct().toList();
        var name = names.get(style % names.size());
        var looks = Look.all().stream().filter(look -> look.name().equals(name)).toList();
        var src = looks.get(view % looks.size()).src();
        var material = pictures().stream()
                .filter(picture -> picture.src().equals(src))
                .findFirst()
                .orElseThrow();
        return new Stretch(material, scene.stretch().from(), scene.stretch().to(), null);
    }

    /** A little early, since a cut may lie on the frame before its beat. */
    private static int section(BeatGrid song, long ms) {
        int section = 0;
        for (int i = 0; i < song.sections().size(); i++) {
            section = song.sections().get(i).fromMs() <= ms + 50 ? i : section;
        }
        return section;
    }
}
