package dev.beatcut.studio.render;

import dev.beatcut.timeline.FrameRate;
import java.nio.file.Path;

/** Makes the frames of a source that is no file, as they are needed; may be called by several threads. */
@FunctionalInterface
public interface Painting {

    /**
     * @param from   the first frame, on the source's own clock
     * @param target gets exactly {@code frames} frames of that size, from time 0 on, in an MP4
     */
    void paint(long from, long frames, FrameRate rate, int width, int height, Path target);
}
