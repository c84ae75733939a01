package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.footage.Action;
import dev.beatcut.studio.footage.Moment;

/**
 * How a picture fills a frame of another shape. {@code fit} is {@code cover}, cropped, or {@code blur}, whole on a
 * backdrop; {@code focus}, {@code x} and {@code y} from 0 to 1, is where in the picture the crop has its centre, if it
 * can; without it, that is the picture's own.
 *
 * @param width of the frame in pixels
 */
record Fit(int width, int height) {

    /** What keeps this much may be cropped whatever it shows. */
    private static final double HALF = 0.5;

    /** What keeps this much may be cropped around action that stays inside the crop. */
    private static final double THIRD = 0.3;

    /** Action may be this much larger than the crop: its outermost pixels are seldom what it is about. */
    private static final double NEARLY = 1.1;

    /** A moment of which less is shown does not move the crop. */
    private static final long GLIMPSE_MS = 70;

    /** Of the picture kept, what differs by less is of the frame's shape. */
    private static final double WHOLE = 0.99;

    /** Writes {@code fit} and {@code focus} of what is shown, in place of what is there. */
    void write(Stretch shown, ObjectNode m) {
        var picture = shown.material();
        boolean clip = picture.kind() == Material.Kind.CLIP;
        double kept = kept(picture);
        var action = clip && picture.footage() != null && kept < WHOLE ? action(shown) : null;
        boolean cover = picture.kind() == Material.Kind.VISUAL
                || kept >= HALF
                || kept >= THIRD && action != null && extent(picture, action) <= NEARLY * kept;
        m.put("fit", cover ? "cover" : "blur").remove("focus");
        if (cover && action != null) {
            m.putObject("focus").put("x", hundredths(action.x())).put("y", hundredths(action.y()));
        }
    }

    /** Part of the picture that is left when it is cropped to the frame's shape. */
    private double kept(Material picture) {
        double times = shape(picture) * height / Math.max(1, width);
        return Math.min(times, 1 / times);
    }

    /** Of the action, in the direction in which the picture is cropped. */
    private double extent(Material picture, Action action) {
        return shape(picture) * height > width ? action.width() : action.height();
    }

    private static double shape(Material picture) {
        return Math.max(1.0, picture.width()) / Math.max(1, picture.height());
    }

    /** All that moves while it is shown; null when nothing clearly does. */
    private static Action action(Stretch shown) {
        return Action.around(shown.material().footage().moments().stream()
                .filter(moment ->
                        Math.min(moment.toMs(), shown.to()) - Math.max(moment.fromMs(), shown.from()) > GLIMPSE_MS)
                .map(Moment::action)
                .filter(action -> action != null)
                .toList());
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
