package dev.beatcut.studio.footage;

import java.util.Collection;

/**
 * Where in the picture something moves: the rectangle that holds most of the motion, without its stragglers.
 *
 * @param left 0 at the picture's left edge to 1 at its right; {@code right} likewise
 * @param top 0 at the picture's upper edge to 1 at its lower; {@code bottom} likewise
 */
public record Action(double left, double right, double top, double bottom) {

    /** All of them; null when there are none. */
    public static Action around(Collection<Action> actions) {
        return actions.stream().reduce(Action::with).orElse(null);
    }

    private Action with(Action other) {
        return new Action(
                Math.min(left, other.left),
                Math.max(right, other.right),
                Math.min(top, other.top),
                Math.max(bottom, other.bottom));
    }

    /** Centre, across. */
    public double x() {
        return (left + right) / 2;
    }

    /** Centre, down. */
    public double y() {
        return (top + bottom) / 2;
    }

    /** Part of the picture's width. */
    public double width() {
        return right - left;
    }

    /** Part of the picture's height. */
    public double height() {
        return bottom - top;
    }
}
