package dev.beatcut.studio.plan;

/** How a picture fills a frame of another shape. */
final class Fit {

    private Fit() {}

    /** {@code cover} when cropping keeps half of the picture or more, else {@code blur}: whole, on a backdrop. */
    static String of(Material picture, int width, int height) {
        if (picture.kind() == Material.Kind.VISUAL) {
            return "cover";
        }
        double shape = (double) picture.width() / Math.max(1, picture.height());
        double frame = (double) width / Math.max(1, height);
        double kept = shape > frame ? frame / shape : shape / frame;
        return kept >= 0.5 ? "cover" : "blur";
    }
}
