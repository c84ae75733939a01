package dev.beatcut.media;

import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Looks at bytes that have arrived: are they all there, and do they begin as their name says? */
final class ContentCheck {

    private final Objects objects;

    ContentCheck(Objects objects) {
        this.objects = objects;
    }

    /** @throws Problem FILE_INCOMPLETE when the caller is to put the bytes again */
    void checkArrived(MediaItem item) {
        var there = objects.stat(item.object());
        long size = there.isEmpty() ? 0 : there.get().size();
        if (there.isEmpty() || size != item.size()) {
            throw new Problem(
                    ProblemCode.FILE_INCOMPLETE,
                    "\"" + item.name() + "\" was announced with " + item.size() + " bytes; " + size + " have arrived.",
                    "Put the whole file to the upload URL, then complete it again.");
        }
    }

    /** @throws Problem when no putting again would help */
    void checkContent(MediaItem item) {
        if (!Beginning.isOfMedia(head(item))) {
            throw new Problem(
                    ProblemCode.FILE_DAMAGED,
                    "\"" + item.name() + "\" does not begin as a film, picture or sound does: it is damaged, or of"
                            + " another kind. Accepted are " + Format.accepted() + ".",
                    "Check that it plays, then bring it again.");
        }
    }

    private byte[] head(MediaItem item) {
        try (var bytes = objects.open(item.object())) {
            return bytes.readNBytes(Beginning.LENGTH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
