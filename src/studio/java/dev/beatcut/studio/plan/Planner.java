package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;

/**
 * From an instruction and what was heard and seen to a film. Deterministic; keeps nothing between calls; safe for many
 * threads.
 */
public final class Planner {

    private final InstructionReader reader = new InstructionReader();

    public Plan plan(Request request) {
        var instruction = reader.read(request.text(), request.language(), request.materials());
        var choice = instruction.files().among(request.materials());
        var step = Step.of(instruction, request);
        if (step != null) {
            return step;
        }
        var song = Songs.of(instruction, request, choice.materials());
        var doubts = new Doubts(instruction, choice.materials(), song);
        var sensible = instruction.with(doubts.sensible());
        var open = new Open(sensible, choice.unknown(), doubts.said());
        if (sensible.wishes().isEmpty()) {
            return new Plan.Declined(new Refusals(open).notUnderstood());
        }
        boolean film = !request.current().segments(TrackType.VIDEO).isEmpty();
        boolean sameFiles = sensible.files().areAll() || Songs.isMadeOf(request.current(), choice.materials());
        if (film && sameFiles && !needsCutting(sensible, request.current())) {
            return retouch(sensible, request, open);
        }
        var materials = SongVisuals.beside(choice.materials(), request.materials());
        return new Editor(sensible, request.with(materials), song, open).plan();
    }

    private static boolean needsCutting(Instruction instruction, Timeline film) {
        var length = Brief.of(instruction, film).lengthMs();
        return length > film.length()
                || length < film.length() && Placed.read(film.m()) != null
                || leavesFlicker(film, length)
                || instruction.wishes().stream().anyMatch(Planner::isAboutCuts);
    }

    private static boolean isAboutCuts(Wish wish) {
        return switch (wish) {
            case Wish.Sync sync -> true;
            case Wish.Place place -> true;
            case Wish.Cuts cuts -> true;
            case Wish.CutsIn cuts -> true;
            case Wish.OnBeats beats -> true;
            case Wish.Pace pace -> true;
            case Wish.Shortest shortest -> true;
            case Wish.Longest longest -> true;
            case Wish.ClipRule rule -> true;
            case Wish.Transition transition -> true;
            case Wish.NoTransition none -> true;
            case Wish.SongFrom from -> true;
            case Wish.OtherSong other -> true;
            case Wish.Regrid beats -> true;
            default -> false;
        };
    }

    /** Trimmed there, the film would end with a shot too short to see. */
    private static boolean leavesFlicker(Timeline film, long ms) {
        return film.segments(TrackType.VIDEO).stream()
                .anyMatch(shot -> shot.start() > 0 && shot.start() < ms && ms - shot.start() < 300);
    }

    private static Plan retouch(Instruction instruction, Request request, Open open) {
        var film = request.current();
        var touched = new Retouch(request.materials()).apply(instruction, film);
        return touched.equals(film)
                ? new Plan.Declined(new Refusals(open).nothingChanged())
                : new Plan.Edited(touched, new Replies(open).retouched(film, touched));
    }
}
