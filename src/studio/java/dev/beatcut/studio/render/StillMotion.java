package dev.beatcut.studio.render;

import static dev.beatcut.studio.ffmpeg.FilterText.number;

/**
 * A slow move over a still picture: a window that grows, shrinks or wanders. The picture comes larger than the film,
 * so that it stays sharp under the closest look.
 */
final class StillMotion {

    /** The closest look. */
    private static final double ZOOM = 1.12;

    private final Canvas canvas;
    private final boolean betweenPixels;

    /**
     * @param betweenPixels samples between pixels, so that the slowest move does not tremble: a filter of the GPL build.
     *     The other way cuts at whole pixels of a picture twice as large.
     */
    StillMotion(Canvas canvas, boolean betweenPixels) {
        this.canvas = canvas;
        this.betweenPixels = betweenPixels;
    }

    int width() {
        return Canvas.even(canvas.width() * (betweenPixels ? ZOOM : 2));
    }

    int height() {
        return Canvas.even(canvas.height() * (betweenPixels ? ZOOM : 2));
    }

    /** @param first frame of the shot that comes first; the move is the whole shot's */
    String filter(Shot shot, long first) {
        var done = "clip((on+" + first + ")/" + number(shot.frames()) + "\\,0\\,1)";
        var side = side(shot.move(), done);
        var left = left(shot.move(), side, done);
        var top = "((1-" + side + ")/2)";
        return betweenPixels ? perspective(left, top, side) : zoompan(left, top, side);
    }

    /** The window's side, as a share of the picture's. */
    private static String side(String move, String done) {
        var grown = number(ZOOM - 1);
        return switch (move) {
            case "zoom-in" -> "(1/(1+" + grown + "*" + done + "))";
            case "zoom-out" -> "(1/(" + number(ZOOM) + "-" + grown + "*" + done + "))";
            default -> "(1/" + number(ZOOM) + ")";
        };
    }

    private static String left(String move, String side, String done) {
        return switch (move) {
            case "pan-right" -> "((1-" + side + ")*" + done + ")";
            case "pan-left" -> "((1-" + side + ")*(1-" + done + "))";
            default -> "((1-" + side + ")/2)";
        };
    }

    /** Its frames are as large as the picture; the film is their upper left part, into which the window is moved. */
    private String perspective(String left, String top, String side) {
        var right = "(" + left + "+" + side + "*" + number((double) width() / canvas.width()) + ")";
        var bottom = "(" + top + "+" + side + "*" + number((double) height() / canvas.height()) + ")";
        return "perspective=eval=frame:interpolation=linear" + corner(0, left, top) + corner(1, right, top)
                + corner(2, left, bottom) + corner(3, right, bottom) + ",crop=" + canvas.width() + ":"
                + canvas.height() + ":0:0";
    }

    private static String corner(int index, String x, String y) {
        return ":x" + index + "='W*" + x + "':y" + index + "='H*" + y + "'";
    }

    private String zoompan(String left, String top, String side) {
        return "format=yuv444p,zoompan=z='1/" + side + "':x='iw*" + left + "':y='ih*" + top + "':d=1:s="
                + canvas.width() + "x" + canvas.height() + ":fps=" + canvas.rate();
    }
}
