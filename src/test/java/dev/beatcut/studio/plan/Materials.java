package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.Section;
import dev.beatcut.studio.beat.TempoCandidate;
import dev.beatcut.studio.footage.Footage;
import dev.beatcut.studio.footage.Moment;
import java.util.ArrayList;
import java.util.List;

/** Songs, clips and photos made by hand. */
final class Materials {

    private Materials() {}

    /** A song of steady beats in bars of {@code metre}, first beat at {@code firstMs}, drop at the downbeat nearest 30 s. */
    static Material song(double tempo, int metre, long firstMs, long durationMs) {
        var beats = new ArrayList<Beat>();
        for (int i = 0; firstMs + i * 60_000 / tempo < durationMs - 500; i++) {
            beats.add(new Beat(Math.round(firstMs + i * 60_000 / tempo), 1 + i % metre));
        }
        var grid = new BeatGrid(
                tempo,
                List.of(new TempoCandidate(tempo / 2, 0.3)),
                metre,
                beats,
                List.of(
                        new Section(0, durationMs / 2, 0.4, "verse"),
                        new Section(durationMs / 2, durationMs, 0.9, "chorus")),
                List.of(new Drop(
                        CutGrid.nearestDownbeat(
                                new BeatGrid(tempo, List.of(), metre, beats, List.of(), List.of(), durationMs), 30_000),
                        0.9)),
                durationMs);
        return new Material("Song.mp3", "http://cdn/song.mp3", Material.Kind.SONG, durationMs, 0, 0, true, null, grid);
    }

    static Material noise(long durationMs) {
        var none = new BeatGrid(0, List.of(), 4, List.of(), List.of(), List.of(), durationMs);
        return new Material("Rain.wav", "http://cdn/rain.wav", Material.Kind.SONG, durationMs, 0, 0, true, null, none);
    }

    /** Moments of half a second, broken at scene cuts; every seventh is the best of its neighbours. */
    static Material clip(String name, long durationMs, boolean sound, Long... sceneCuts) {
        var moments = new ArrayList<Moment>();
        long from = 0;
        while (from < durationMs) {
            long to = Math.min(durationMs, from + 500);
            for (long cut : sceneCuts) {
                to = cut > from && cut < to ? cut : to;
            }
            moments.add(new Moment(from, to, 0.3, 0.4 + moments.size() % 7 * 0.08, null));
            from = to;
        }
        return new Material(
                name + ".mp4",
                "http://cdn/" + name,
                Material.Kind.CLIP,
                durationMs,
                1920,
                1080,
                sound,
                new Footage(durationMs, List.of(sceneCuts), moments, List.of()),
                null);
    }

    static Material photo(String name, int width, int height) {
        return new Material(
                name + ".jpg", "http://cdn/" + name, Material.Kind.PHOTO, 0, width, height, false, null, null);
    }
}
