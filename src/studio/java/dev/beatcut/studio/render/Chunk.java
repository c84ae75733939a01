package dev.beatcut.studio.render;

/**
 * Frames {@code [from, from + frames)} of the film, encoded by themselves: what is in them depends on nothing else, so
 * they are kept, and a film is chunks one after the other.
 *
 * @param over comes in over {@code under} from the first frame to the last; null for one picture alone
 */
record Chunk(long from, Layer under, Layer over) {

    static Chunk of(Layer layer) {
        return new Chunk(layer.shot().from() + layer.first(), layer, null);
    }

    long frames() {
        return under.frames();
    }

    long to() {
        return from + frames();
    }
}
