package dev.beatcut.studio.render;

import static dev.beatcut.studio.ffmpeg.FilterText.number;

import dev.beatcut.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * How the film's picture comes out of black and goes into it.
 *
 * @param in frames, 0 for none
 * @param out frames, 0 for none
 */
record Ends(long in, long out, Canvas canvas) {

    static Ends of(Timeline timeline, Canvas canvas) {
        return new Ends(frames(timeline, "fadeIn", canvas), frames(timeline, "fadeOut", canvas), canvas);
    }

    private static long frames(Timeline timeline, String field, Canvas canvas) {
        long ms = Math.max(0, timeline.m().path(field).asLong());
        return Math.min(canvas.rate().frameAt(ms), canvas.frames());
    }

    /** Filters for frames {@code [first, end)} of the film; empty when neither is in them. */
    List<String> filters(long first, long end) {
        var filters = new ArrayList<String>();
        if (first < in) {
            filters.add("fade=t=in:st=0:d=" + number(canvas.seconds(in)));
        }
        if (end > canvas.frames() - out) {
            filters.add("fade=t=out:st=" + number(canvas.seconds(canvas.frames() - out)) + ":d="
                    + number(canvas.seconds(out)));
        }
        if (!filters.isEmpty()) {
            // by the film's own clock: a fade may run over several chunks
            var rate = canvas.rate();
            filters.addFirst("settb=" + rate.denominator() + "/" + rate.numerator() + ",setpts=N+" + first);
            filters.add("setpts=N");
        }
        return filters;
    }
}
