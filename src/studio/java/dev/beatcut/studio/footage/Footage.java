package dev.beatcut.studio.footage;

import java.util.List;

/**
 * What was seen in one clip.
 *
 * @param durationMs of the picture
 * @param cutsMs scene cuts, ms in the clip, ascending, without 0
 * @param moments in clip order, without gaps, each 250 to 1000 ms (shorter only when the whole clip is) and never
 *     across a scene cut; a shot shorter than 250 ms counts as part of its neighbour
 * @param peaks motion peaks, ascending
 */
public record Footage(long durationMs, List<Long> cutsMs, List<Moment> moments, List<Peak> peaks) {
    public Footage {
        cutsMs = List.copyOf(cutsMs);
        moments = List.copyOf(moments);
        peaks = List.copyOf(peaks);
    }
}
