package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From an instruction and what was heard and seen to a film. Deterministic; keeps nothing between calls; safe for many
 * threads.
 */
public final class Planner {

    private final InstructionReader reader = new InstructionReader();

    public Plan plan(Request request) {
        var instruction = reader.read(request.text(), request.language(), request.materials());
        var choice = instruction.files().among(request.materials());
        var replies = new Replies(instruction, choice.unknown());
        if (instruction.wishes().isEmpty()) {
            return new Plan.Declined(replies.notUnderstood());
        }
        boolean film = !request.current().segments(TrackType.VIDEO).isEmpty();
        boolean sameFiles = instruction.files().areAll() || shows(request.current(), choice.materials());
        if (film && sameFiles && !needsCutting(instruction, request.current())) {
            return retouch(instruction, request, replies);
        }
        return cut(instruction, request.with(choice.materials()), replies);
    }

    /** Whether the film is made of nothing else. */
    private static boolean shows(Timeline film, List<Material> materials) {
        return Stream.of(TrackType.VIDEO, TrackType.AUDIO)
                .flatMap(type -> film.segments(type).stream())
                .allMatch(segment ->
                        materials.stream().anyMatch(material -> material.src().equals(segment.src())));
    }

    private static boolean needsCutting(Instruction instruction, Timeline film) {
        boolean notByTrimming = instruction
                .first(Wish.Length.class)
                .filter(length -> length.ms() > film.length() || leavesFlicker(film, length.ms()))
                .isPresent();
        return notByTrimming
                || instruction.asks(Wish.Sync.class)
                || instruction.asks(Wish.Cuts.class)
                || instruction.asks(Wish.SongFrom.class);
    }

    /** Trimmed there, the film would end with a shot too short to see. */
    private static boolean leavesFlicker(Timeline film, long ms) {
        return film.segments(TrackType.VIDEO).stream()
                .anyMatch(shot -> shot.start() > 0 && shot.start() < ms && ms - shot.start() < 300);
    }

    private static Plan retouch(Instruction instruction, Request request, Replies replies) {
        var film = request.current();
        var touched = new Retouch(request.materials()).apply(instruction, film);
        return touched.equals(film)
                ? new Plan.Declined(replies.nothingChanged())
                : new Plan.Edited(touched, replies.retouched(film, touched));
    }

    private static Plan cut(Instruction instruction, Request request, Replies replies) {
        var pictures = request.materials().stream()
                .filter(material -> material.kind() != Material.Kind.SONG)
                .toList();
        var song = song(request);
        if (song.isEmpty() || pictures.isEmpty()) {
            return new Plan.Declined(replies.missing(song.isPresent(), !pictures.isEmpty()));
        }
        var brief = Brief.of(instruction, request.current());
        if (song.get().beats().beats().isEmpty() && !(brief.density() instanceof Density.Time)) {
            return new Plan.Declined(replies.noBeats(song.get()));
        }
        return new Cutter(song.get(), pictures)
                .cut(brief, instruction, request.current())
                .<Plan>map(made -> made.equals(request.current())
                        ? new Plan.Declined(replies.nothingChanged())
                        : new Plan.Edited(made, replies.cut(made, brief, song.get(), request)))
                .orElseGet(() -> new Plan.Declined(replies.tooShort()));
    }

    /** The song the film has; else the first one in which beats were found; else the first. */
    private static Optional<Material> song(Request request) {
        List<Material> songs = request.materials().stream()
                .filter(material -> material.kind() == Material.Kind.SONG && material.beats() != null)
                .toList();
        var used = request.current().segments(TrackType.AUDIO);
        return songs.stream()
                .filter(song -> used.stream().anyMatch(segment -> song.src().equals(segment.src())))
                .findFirst()
                .or(() -> songs.stream()
                        .filter(song -> !song.beats().beats().isEmpty())
                        .findFirst())
                .or(() -> songs.stream().findFirst());
    }
}
