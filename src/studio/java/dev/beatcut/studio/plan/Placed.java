package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How well the music meets a video that was kept, under {@code plan.placed} of a draft.
 *
 * @param cuts of the video
 * @param cutsMet of them, within two frames of a beat
 * @param cutsExact of them, within one frame
 * @param peaks motion peaks of the video
 * @param peaksMet of them, within two frames of a beat
 * @param meanMs mean distance of the met cuts, or where there are none of the met peaks, to their beats
 * @param dropMs where in the film a drop meets a cut or a peak; -1 where none does
 */
record Placed(int cuts, int cutsMet, int cutsExact, int peaks, int peaksMet, double meanMs, long dropMs) {

    /** Two frames: what is seen and heard within them is one. */
    static final long MET_MS = 67;

    private static final long EXACT_MS = 34;

    /** @param offset ms in the song where the film begins */
    static Placed of(KeptVideo video, CutGrid grid, MusicPlacement placement, long offset) {
        var cuts = offs(video, true, placement, offset, grid);
        var peaks = offs(video, false, placement, offset, grid);
        var measured = cuts.isEmpty() ? peaks : cuts;
        long drop = video.events().stream()
                .filter(event -> grid.beats().stream()
                        .anyMatch(beat -> beat.reason().equals("drop") && Math.abs(beat.atMs() - event.ms()) <= MET_MS))
                .mapToLong(PictureEvent::ms)
                .findFirst()
                .orElse(-1);
        return new Placed(
                cuts.size(),
                count(cuts, MET_MS),
                count(cuts, EXACT_MS),
                peaks.size(),
                count(peaks, MET_MS),
                measured.stream()
                        .filter(off -> off <= MET_MS)
                        .mapToLong(off -> off)
                        .average()
                        .orElse(0),
                drop);
    }

    private static List<Long> offs(KeptVideo video, boolean cut, MusicPlacement placement, long offset, CutGrid grid) {
        var offs = new ArrayList<Long>();
        for (var event : video.events()) {
            int beat = placement.beatAt(event.ms(), offset);
            if (event.cut() == cut && beat >= 0) {
                offs.add(Math.abs(grid.beats().get(beat).atMs() - event.ms()));
            }
        }
        return offs;
    }

    private static int count(List<Long> offs, long most) {
        return (int) offs.stream().filter(off -> off <= most).count();
    }

    ObjectNode note() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("cuts", cuts)
                .put("cutsMet", cutsMet)
                .put("cutsExact", cutsExact)
                .put("peaks", peaks)
                .put("peaksMet", peaksMet)
                .put("meanMs", Math.round(meanMs * 10) / 10.0)
                .put("dropMs", dropMs);
    }

    /** Null where a draft has none: its pictures were cut to the music. */
    static Placed read(ObjectNode m) {
        var note = m.at("/plan/placed");
        return !note.isObject()
                ? null
                : new Placed(
                        note.path("cuts").asInt(),
                        note.path("cutsMet").asInt(),
                        note.path("cutsExact").asInt(),
                        note.path("peaks").asInt(),
                        note.path("peaksMet").asInt(),
                        note.path("meanMs").asDouble(),
                        note.path("dropMs").asLong(-1));
    }
}
