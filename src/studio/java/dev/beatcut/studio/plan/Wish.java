package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Correction;
import java.util.List;
import java.util.Set;

/** One thing that an instruction asks for. */
sealed interface Wish {

    /** What it is about: of two wishes about the same, the later one may take the place of the earlier. */
    default Object about() {
        return switch (this) {
            case Length wish -> "length";
            case LengthPlus wish -> "length";
            case LengthBy wish -> "length";
            case MusicGain wish -> "music";
            case MusicBy wish -> "music";
            case OwnGain wish -> "own sound";
            case OwnBy wish -> "own sound";
            case Cuts wish -> "rhythm";
            case OnBeats wish -> "rhythm";
            case Regrid wish -> "beats";
            case Tempo wish -> "beats";
            case CutsIn wish -> List.of("rhythm", wish.where());
            case Pace wish -> List.of("pace", String.valueOf(wish.where()));
            case Transition wish -> List.of("transition", wish.where());
            case ClipRule wish -> wish.rule().isPlace() ? wish.rule() : wish.file();
            default -> getClass();
        };
    }

    /** Cut the pictures to the beat. */
    record Sync() implements Wish {}

    record Place(Job job) implements Wish {}

    record Cuts(Density density) implements Wish {}

    /** In one part of the song only. */
    record CutsIn(Density density, Part where) implements Wish {}

    /** Only on these beats of every bar. @param positions 1 is the downbeat */
    record OnBeats(Set<Integer> positions) implements Wish {
        public OnBeats {
            positions = Set.copyOf(positions);
        }
    }

    /**
     * More or fewer cuts than there are now.
     *
     * @param factor 2 is twice as many, 0.5 half as many
     * @param where null for everywhere
     */
    record Pace(double factor, Part where) implements Wish {}

    /** No shot is shorter. @param ms 0 to take the rule back */
    record Shortest(long ms) implements Wish {}

    /** No shot is longer. @param ms 0 to take the rule back */
    record Longest(long ms) implements Wish {}

    record ClipRule(FileRef file, Rule rule) implements Wish {}

    record Transition(TransitionKind kind, Role where) implements Wish {}

    /** Straight cuts instead. @param kind null for whatever transitions there are */
    record NoTransition(TransitionKind kind) implements Wish {}

    /** Picture from black or to black at the ends of the film. @param ms 0 for none */
    record Fade(boolean in, boolean out, long ms) implements Wish {}

    /** The music alone rises at its beginning or dies away at its end. @param ms 0 for none but what hides a click */
    record MusicFade(boolean in, boolean out, long ms) implements Wish {}

    record Length(long ms) implements Wish {}

    /** Longer by, or shorter when negative. */
    record LengthPlus(long ms) implements Wish {}

    /** @param factor of the length that the film has now */
    record LengthBy(double factor) implements Wish {}

    record Framing(Shape shape) implements Wish {}

    /** @param gain 0 silent, 1 as recorded */
    record MusicGain(double gain) implements Wish {}

    /** @param factor of the loudness that the music has now */
    record MusicBy(double factor) implements Wish {}

    /** The clips' own sound. @param gain 0 silent, 1 as recorded */
    record OwnGain(double gain) implements Wish {}

    /** @param factor of the loudness that the clips' own sound has now */
    record OwnBy(double factor) implements Wish {}

    /** The music steps back while the clips are heard. @param on false to let it be as loud throughout */
    record Duck(boolean on) implements Wish {}

    record SongFrom(SongPoint point) implements Wish {}

    /** @param file null for any that the film does not have now, the one that was brought last first */
    record OtherSong(FileRef file) implements Wish {}

    /** The beats were heard wrongly. */
    record Regrid(Correction correction) implements Wish {}

    /** The tempo as it should be. @param tempo beats per minute */
    record Tempo(double tempo) implements Wish {}

    /**
     * @param text null to change the look of the titles that are there
     * @param instead it takes the place of the title that is there, wherever that is
     */
    record Title(String text, TitleLook look, boolean instead) implements Wish {

        Title(String text, TitleLook look) {
            this(text, look, false);
        }
    }

    /** The titles that are there, so many times as long. @param ms longer than that, or shorter when negative */
    record TitleBy(double factor, long ms) implements Wish {}

    record NoTitle() implements Wish {}

    record Undo(int steps) implements Wish {}

    record Redo(int steps) implements Wish {}
}
