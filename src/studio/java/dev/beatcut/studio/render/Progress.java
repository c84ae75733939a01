package dev.beatcut.studio.render;

import java.util.HashMap;
import java.util.Map;

/** Percent of the whole job, never falling, from parts that report in any order. */
final class Progress {

    private final FilmProgress listener;
    private final Map<Object, Double> parts = new HashMap<>();
    private int told = -1;

    Progress(FilmProgress listener) {
        this.listener = listener;
    }

    /** @param share of the job, in percent, that this part is; @param done 0 to 1 */
    synchronized void of(Object part, double share, double done) {
        parts.merge(part, share * Math.clamp(done, 0, 1), Math::max);
        int now = (int) Math.min(
                99, Math.floor(parts.values().stream().mapToDouble(d -> d).sum() + 1e-9));
        tell(now);
    }

    void kept() {
        listener.kept();
    }

    synchronized void finished() {
        tell(100);
    }

    private void tell(int now) {
        if (now > told) {
            told = now;
            listener.reached(now);
        }
    }
}
