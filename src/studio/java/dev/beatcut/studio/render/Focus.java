package dev.beatcut.studio.render;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A point of a picture, around which it is cropped.
 *
 * @param x 0 at the left edge to 1 at the right
 * @param y 0 at the upper edge to 1 at the lower
 */
record Focus(double x, double y) {

    /** {@code focus} of a segment's extensions; what is missing there, or is no number, is the middle. */
    static Focus of(JsonNode said) {
        return new Focus(part(said.path("x")), part(said.path("y")));
    }

    private static double part(JsonNode said) {
        return said.isNumber() ? Math.clamp(said.asDouble(), 0, 1) : 0.5;
    }
}
