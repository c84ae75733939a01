package dev.beatcut.studio.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A film's shots in chunks of about two seconds. Where a shot is divided hangs on its source's own time and not on where
 * the shot begins or ends, so a cut that moves leaves most chunks as they were.
 */
final class Chunks {

    private final Canvas canvas;
    private final Sources sources;
    private final long grid;
    private final List<Chunk> chunks = new ArrayList<>();

    private Chunks(Canvas canvas, Sources sources) {
        this.canvas = canvas;
        this.sources = sources;
        this.grid = Math.max(4, Math.round(canvas.rate().perSecond() * 2));
    }

    static List<Chunk> of(List<Shot> shots, Canvas canvas, Sources sources) {
        var made = new Chunks(canvas, sources);
        long late = 0;
        for (int i = 0; i < shots.size(); i++) {
            var crossing = i + 1 < shots.size() ? made.crossing(shots.get(i), shots.get(i + 1), late) : null;
            made.body(shots.get(i), late, crossing == null ? shots.get(i).to() : crossing.from());
            late = 0;
            if (crossing != null) {
                made.chunks.add(crossing);
                late = crossing.to() - shots.get(i + 1).from();
            }
        }
        return made.chunks;
    }

    /** Centred on the cut, as long as both shots and the later one's source leave room for; null for a hard cut. */
    private Chunk crossing(Shot before, Shot after, long late) {
        var entrance = after.entrance(canvas);
        if (!entrance.isCrossfade() || before.isBlack()) {
            return null;
        }
        long early = Math.min(entrance.frames() / 2, before.frames() - late - 1);
        if (!sources.of(after).isStill()) {
            early = Math.min(early, after.sourceFrame(canvas));
        }
        long rest = Math.min(entrance.frames() - entrance.frames() / 2, after.frames() / 2);
        if (early < 0 || early + rest < 2) {
            return null;
        }
        var under = new Layer(before, before.frames() - early, early + rest);
        return new Chunk(before.to() - early, under, new Layer(after, -early, early + rest));
    }

    private void body(Shot shot, long late, long to) {
        long end = to - shot.from();
        long phase = shot.isBlack() || sources.of(shot).isStill() ? 0 : shot.sourceFrame(canvas);
        long effect = late > 0 ? 0 : shot.entrance(canvas).frames();
        long from = late;
        for (long at = late + 1; at < end; at++) {
            long least = from == late ? Math.max(effect, grid / 4) : grid / 4;
            if ((phase + at) % grid == 0 && at - from >= least && end - at >= grid / 4) {
                chunks.add(Chunk.of(new Layer(shot, from, at - from)));
                from = at;
            }
        }
        if (end > from) {
            chunks.add(Chunk.of(new Layer(shot, from, end - from)));
        }
    }
}
