package dev.beatcut.studio.plan;

/** Where in the song the film begins. */
sealed interface SongPoint {

    record At(long ms) implements SongPoint {}

    /** Its strongest drop. */
    record Drop() implements SongPoint {}

    /** Where the section with the most energy begins. */
    record Best() implements SongPoint {}
}
