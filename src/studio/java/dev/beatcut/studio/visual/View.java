package dev.beatcut.studio.visual;

/**
 * How a scene is looked at.
 *
 * @param zoom how large it is seen
 * @param turn radians, clockwise
 * @param x    where its middle is seen: 0 in the film's middle, 1 at its edge; and so {@code y}
 */
record View(double zoom, double turn, double x, double y) {

    static final View WIDE = new View(1, 0, 0, 0);

    View closer(double factor) {
        return new View(zoom * factor, turn, x, y);
    }

    View turned(double radians) {
        return new View(zoom, turn + radians, x, y);
    }
}
