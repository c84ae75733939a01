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
        var content = Content.of(head(item));
        if (content == Content.UNKNOWN) {
            throw new Problem(
                    ProblemCode.FILE_DAMAGED,
                    "\"" + item.name() + "\" does not begin as a " + item.format().extension()
                            + " file: it is damaged, or of another kind.",
                    "Check that it plays, then bring it again.");
        }
        if (!content.suits(item.format())) {
            throw FileRules.unsupported("\"" + item.name() + "\" holds " + content + " content");
        }
    }

    private byte[] head(MediaItem item) {
        try (var bytes = objects.open(item.object())) {
            return bytes.readNBytes(Content.HEAD);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
