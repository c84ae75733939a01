package dev.beatcut.studio.plan;

/** Which cuts a transition is for, by what the music does there. */
enum Role {
    EVERYWHERE,
    /** Where the beat comes back. */
    DROPS,
    /** Where a section of the song begins. */
    SECTIONS,
    /** On downbeats. */
    BARS
}
