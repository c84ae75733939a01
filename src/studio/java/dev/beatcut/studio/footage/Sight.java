package dev.beatcut.studio.footage;

/**
 * What is kept of one frame.
 *
 * @param change pixel difference to the frame before, 0 for the first
 * @param colourChange colour distance to the frame before
 * @param skipChange pixel difference between the frame before and the one after
 * @param stir what moved since the frame before
 */
record Sight(
        float change,
        float colourChange,
        float skipChange,
        float brightness,
        float contrast,
        float sharpness,
        Stir stir) {

    Sight withSkipChange(double skip) {
        return new Sight(change, colourChange, (float) skip, brightness, contrast, sharpness, stir);
    }
}
