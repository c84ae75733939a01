package dev.beatcut.studio.footage;

import dev.beatcut.studio.ffmpeg.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads raw thumbnails and keeps a few numbers of each, so that a long clip stays small in memory. */
final class Frames implements Reading<List<Sight>> {

    @Override
    public List<Sight> from(InputStream in) throws IOException {
        var sights = new ArrayList<Sight>();
        Thumbnail beforeLast = null;
        Thumbnail last = null;
        for (var next = next(in); next != null; next = next(in)) {
            sights.add(seen(next, last));
            if (beforeLast != null) {
                int at = sights.size() - 2;
                sights.set(at, sights.get(at).withSkipChange(beforeLast.difference(next)));
            }
            beforeLast = last;
            last = next;
        }
        return sights;
    }

    private static Thumbnail next(InputStream in) throws IOException {
        var planes = in.readNBytes(Thumbnail.BYTES);
        return planes.length == Thumbnail.BYTES ? new Thumbnail(planes) : null;
    }

    private static Sight seen(Thumbnail frame, Thumbnail before) {
        return new Sight(
                before == null ? 0 : (float) frame.difference(before),
                before == null ? 0 : (float) frame.colourDistance(before),
                1,
                (float) frame.brightness(),
                (float) frame.contrast(),
                (float) frame.sharpness(),
                before == null ? Stir.NONE : Stir.between(before, frame));
    }
}
