package dev.beatcut.studio.render;

import static dev.beatcut.studio.ffmpeg.FilterText.number;

/** How a shot comes in, as filters on its first chunk. */
final class Effects {

    /** How much larger a picture is that punches in. */
    private static final double PUNCH = 0.15;

    private final Canvas canvas;

    Effects(Canvas canvas) {
        this.canvas = canvas;
    }

    /** From {@code [in]} to {@code [out]}. */
    String entering(Entrance entrance, String in, String out) {
        return switch (entrance.kind()) {
            case FLASH -> flash(entrance.frames(), in, out);
            case ZOOM_PUNCH -> "[" + in + "]" + punch(entrance.frames()) + "[" + out + "]";
            case CUT, CROSSFADE -> "[" + in + "]null[" + out + "]";
        };
    }

    private String flash(long frames, String in, String out) {
        return "color=c=white:s=" + canvas.width() + "x" + canvas.height() + ":r=" + canvas.rate()
                + ",format=yuva420p,fade=t=out:s=0:n=" + frames + ":alpha=1,trim=end_frame=" + frames + "[" + in
                + "white];[" + in + "]" + frameClock() + "[" + in + "clocked];[" + in + "clocked][" + in
                + "white]overlay=eof_action=pass:format=yuv420[" + out + "]";
    }

    /** Fast at first, then settling. */
    private String punch(long frames) {
        var left = "max(0\\,1-on/" + frames + ")";
        return "zoompan=z='1+" + PUNCH + "*" + left + "*" + left + "':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d=1:s="
                + canvas.width() + "x" + canvas.height() + ":fps=" + canvas.rate() + ",format=yuv420p,setsar=1";
    }

    /** From {@code [under]} to {@code [over]} in {@code frames}, of which none shows one of the two alone. */
    String crossing(long frames, String under, String over, String out) {
        return "[" + under + "]" + frameClock() + "[" + under + "x];[" + over + "]" + frameClock() + "[" + over
                + "x];[" + under + "x][" + over + "x]xfade=transition=fade:duration="
                + number(canvas.seconds(frames + 1)) + ":offset="
                + number(-canvas.seconds(1)) + ",format=yuv420p,setsar=1[" + out
                + "]";
    }

    private String frameClock() {
        var rate = canvas.rate();
        return "settb=" + rate.denominator() + "/" + rate.numerator() + ",setpts=N,fps=" + rate;
    }
}
