package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.List;
import java.util.stream.Stream;

/** Which song a film is made with. */
final class Songs {

    private Songs() {}

    /** The one that is asked for; else the one that the film has; else the first with beats; else the first; null if none. */
    static Material of(Instruction instruction, Request request, List<Material> files) {
        var songs = files.stream()
                .filter(file -> file.kind() == Material.Kind.SONG && file.beats() != null)
                .toList();
        var used = songs.stream()
                .filter(song -> request.current().segments(TrackType.AUDIO).stream()
                        .anyMatch(segment -> song.src().equals(segment.src())))
                .findFirst();
        var other = instruction.first(Wish.OtherSong.class);
        if (other.isPresent() && other.get().file() != null) {
            return other.get().file().among(songs).or(() -> used).orElse(null);
        }
        if (other.isPresent() && used.isPresent() && songs.size() > 1) {
            return next(songs, used.get());
        }
        return used.or(() ->
                        songs.stream().filter(song -> !song.beats().isEmpty()).findFirst())
                .or(() -> songs.stream().findFirst())
                .orElse(null);
    }

    /** The one brought after it; after the last the first. */
    private static Material next(List<Material> songs, Material used) {
        return songs.get((songs.indexOf(used) + 1) % songs.size());
    }

    /** Whether the film is made of nothing else. */
    static boolean isMadeOf(Timeline film, List<Material> files) {
        return Stream.of(TrackType.VIDEO, TrackType.AUDIO)
                .flatMap(type -> film.segments(type).stream())
                .allMatch(segment -> files.stream().anyMatch(file -> file.src().equals(segment.src())));
    }
}
