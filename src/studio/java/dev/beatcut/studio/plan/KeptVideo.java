package dev.beatcut.studio.plan;

import dev.beatcut.studio.footage.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finished videos, one after the other, each whole: their shots, and the cuts and motion peaks that music can meet. */
final class KeptVideo {

    private static final long STILL_MS = 2500;
    private static final long AROUND_MS = 1500;
    private static final double PEAK = 0.55;

    private final List<Piece> pieces = new ArrayList<>();
    private final List<PictureEvent> events = new ArrayList<>();
    private final long limit;

    /** @param limit frames of the film at most */
    KeptVideo(List<Material> pictures, long limit) {
        this.limit = limit;
        long at = 0;
        for (var picture : pictures) {
            at = add(picture, at);
        }
        events.sort(Comparator.comparingLong(PictureEvent::ms));
    }

    private long add(Material picture, long start) {
        boolean clip = picture.kind() == Material.Kind.CLIP;
        long end = Math.min(limit, start + (clip ? new Reel(picture, 0).durationMs() : STILL_MS) * 30 / 1000);
        if (end - start < CutGrid.SHORTEST) {
            return start;
        }
        long startMs = CutGrid.RATE.msOf(start);
        if (start > 0) {
            events.add(new PictureEvent(startMs, 1, true));
        }
        long from = start;
        long source = 0;
        if (clip && picture.footage() != null) {
            for (long cut : picture.footage().cutsMs()) {
                long frame = CutGrid.RATE.frameAt(startMs + cut);
                if (frame - from >= CutGrid.SHORTEST && end - frame >= CutGrid.SHORTEST) {
                    pieces.add(new Piece(picture, from, frame, source, from > 0 ? "scene cut" : null));
                    from = frame;
                    // Never before the cut: its first frame would be the last of the shot before.
                    source = Math.max(cut, CutGrid.RATE.msOf(frame) - startMs);
                    events.add(new PictureEvent(CutGrid.RATE.msOf(frame), weight(picture, cut), true));
                }
            }
            for (var peak : picture.footage().peaks()) {
                if (CutGrid.RATE.frameAt(startMs + peak.ms()) < end) {
                    events.add(new PictureEvent(startMs + peak.ms(), PEAK * peak.strength(), false));
                }
            }
        }
        pieces.add(new Piece(picture, from, end, source, from > 0 ? "scene cut" : null));
        return end;
    }

    /** A cut into livelier pictures strikes more. */
    private static double weight(Material clip, long cut) {
        double before = motion(clip, cut - AROUND_MS, cut);
        double after = motion(clip, cut, cut + AROUND_MS);
        double rise = (after - before) / Math.max(0.02, Math.max(after, before));
        return Math.clamp(0.75 + 0.25 * rise, 0.5, 1);
    }

    private static double motion(Material clip, long from, long to) {
        return clip.footage().moments().stream()
                .filter(moment -> moment.toMs() > from && moment.fromMs() < to)
                .mapToDouble(Moment::motion)
                .average()
                .orElse(0);
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Ascending. */
    List<PictureEvent> events() {
        return events;
    }

    long frames() {
        return pieces.isEmpty() ? 0 : pieces.getLast().to();
    }
}
