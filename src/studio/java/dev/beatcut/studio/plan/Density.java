package dev.beatcut.studio.plan;

/** How often the film cuts. */
sealed interface Density {

    /** On every {@code count}-th beat, counted from the first downbeat. */
    record Beats(int count) implements Density {}

    /** On every {@code count}-th downbeat. */
    record Bars(int count) implements Density {}

    /** About every {@code ms}, on the nearest beats; on the clock where a song has none. */
    record Time(long ms) implements Density {}
}
