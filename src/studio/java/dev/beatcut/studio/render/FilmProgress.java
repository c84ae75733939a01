package dev.beatcut.studio.render;

/** Told how a film comes on, by any thread. */
@FunctionalInterface
public interface FilmProgress {

    /** @param percent 0 to 100, never falling */
    void reached(int percent);

    /** A part of the film is made and kept: whoever begins anew need not make it again. */
    default void kept() {}
}
