package dev.beatcut.studio.plan;

/** Where in the song the film begins. */
sealed interface SongPoint {

    record At(long ms) implements SongPoint {}

    /** Its strongest drop. */
    record Drop() implements SongPoint {}

    /** Where a part of the song begins for the first time. @param after rather where it ends */
    record Section(Part part, boolean after) implements SongPoint {}

    /** Where the section with the most energy begins. */
    record Best() implements SongPoint {}
}
