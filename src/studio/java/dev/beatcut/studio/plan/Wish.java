package dev.beatcut.studio.plan;

/** One thing that an instruction asks for. */
sealed interface Wish {

    /** Cut the pictures to the beat. */
    record Sync() implements Wish {}

    record Cuts(Density density) implements Wish {}

    record Length(long ms) implements Wish {}

    record Framing(Shape shape) implements Wish {}

    /** @param gain 0 silent, 1 as recorded */
    record MusicGain(double gain) implements Wish {}

    /** The clips' own sound. @param gain 0 silent, 1 as recorded */
    record OwnGain(double gain) implements Wish {}

    record SongFrom(SongPoint point) implements Wish {}

    /** @param text null to change the look of the titles that are there */
    record Title(String text, TitleLook look) implements Wish {}

    record NoTitle() implements Wish {}
}
