package dev.beatcut.studio.footage;

import java.util.ArrayList;
import java.util.List;

/** What a clip shows from one of its scene cuts, or its start, to the next, or its end; ms in the clip. */
record Take(long fromMs, long toMs) {

    static List<Take> between(List<Long> cutsMs, long durationMs) {
        var takes = new ArrayList<Take>();
        long from = 0;
        for (long to : cutsMs) {
            takes.add(new Take(from, to));
            from = to;
        }
        takes.add(new Take(from, durationMs));
        return takes;
    }

    long lengthMs() {
        return toMs - fromMs;
    }
}
