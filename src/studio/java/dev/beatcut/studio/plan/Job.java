package dev.beatcut.studio.plan;

/** What the music and the pictures are to each other. */
enum Job {
    /** The video stays as it is; the music is placed so that its drops meet the video's own cuts or motion peaks. */
    MUSIC_TO_VIDEO,
    /** The best part of the song, and the pictures cut to it. */
    HIGHLIGHT
}
