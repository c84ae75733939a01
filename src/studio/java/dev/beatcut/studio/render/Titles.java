package dev.beatcut.studio.render;

import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All titles of a film, laid out; their words and their font lie in files, so that no character needs escaping. */
final class Titles {

    private final Canvas canvas;
    private final Path font;
    private final List<Title> titles = new ArrayList<>();

    private Titles(Canvas canvas, Path font) {
        this.canvas = canvas;
        this.font = font;
    }

    static Titles of(Timeline timeline, Canvas canvas, Path scratch) throws IOException {
        var titles = new Titles(canvas, scratch.resolve("title.ttf"));
        var segments = timeline.segments(TrackType.TEXT).stream()
                .filter(segment -> segment.text() != null)
                .toList();
        if (!segments.isEmpty()) {
            Typeface.copyTo(titles.font);
            var typeface = Typeface.bundled();
            for (var segment : segments) {
                titles.add(segment, typeface, scratch);
            }
        }
        return titles;
    }

    private void add(Segment segment, Typeface typeface, Path scratch) throws IOException {
        var words = typeface.drawable(segment.text());
        long from = Math.max(0, canvas.rate().frameAt(segment.start()));
        long to = segment.duration() == null ? canvas.frames() : canvas.rate().frameAt(segment.end());
        if (words.isEmpty() || to <= from) {
            return;
        }
        double room = canvas.width() - 2 * Title.marginSide(canvas);
        var lines = TitleLines.fit(words, typeface, Title.size(segment, canvas), room);
        var files = new ArrayList<Path>();
        for (var line : lines.lines()) {
            var file = scratch.resolve("title-" + Hash.of(line) + ".txt");
            files.add(Files.writeString(file, line));
        }
        titles.add(new Title(segment, from, to, lines, files));
    }

    /** Filters for frames {@code [first, end)} of the film; empty when no title is in them. */
    List<String> filters(long first, long end) {
        return titles.stream()
                .filter(title -> title.isIn(first, end))
                .flatMap(title -> title.filters(canvas, font, first).stream())
                .toList();
    }
}
