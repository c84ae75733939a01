package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.List;

/** The text segments of a film after the wishes about titles. */
final class Captions {

    private static final long USUAL_MS = 3000;
    private static final long SHORTEST_MS = 300;

    private Captions() {}

    /** @param length of the film, ms */
    static List<Segment> after(Instruction instruction, Timeline current, long length) {
        var titles = new ArrayList<Segment>();
        if (!instruction.asks(Wish.NoTitle.class)) {
            current.segments(TrackType.TEXT).forEach(title -> within(title, length, titles));
        }
        for (var wish : instruction.all(Wish.TitleBy.class)) {
            titles.replaceAll(title -> lasting(title, wish, length));
        }
        for (var wish : instruction.all(Wish.Title.class)) {
            if (wish.text() == null) {
                titles.replaceAll(title -> changed(title, title.text(), wish.look(), length));
            } else {
                put(titles, wish, length);
            }
        }
        return titles;
    }

    /** At least half a second more or less, and never past the film's end. */
    private static Segment lasting(Segment title, Wish.TitleBy by, long length) {
        long now = title.duration();
        long wanted = Math.round(now * by.factor()) + by.ms();
        wanted = wanted > now ? Math.max(wanted, now + 500) : Math.min(wanted, now - 500);
        return changed(title, title.text(), TitleLook.UNSAID.lasting(wanted), length);
    }

    private static void within(Segment title, long length, List<Segment> titles) {
        if (title.end() <= length) {
            titles.add(title);
        } else if (title.start() + SHORTEST_MS <= length) {
            titles.add(timed(title, title.start(), length - title.start()));
        }
    }

    /** In the place and time of another title, or with its words, it takes that one's place; else it is one more. */
    private static void put(List<Segment> titles, Wish.Title wish, long length) {
        var fresh = changed(Segment.text(newId(titles), 0, 0, wish.text(), usual()), wish.text(), wish.look(), length);
        for (int i = 0; i < titles.size(); i++) {
            var old = titles.get(i);
            if (wish.instead()
                    || wish.look().isUnsaid()
                    || collide(old, fresh)
                    || wish.text().equals(old.text())) {
                titles.set(i, changed(old, wish.text(), wish.look(), length));
                return;
            }
        }
        titles.add(fresh);
    }

    private static boolean collide(Segment old, Segment fresh) {
        boolean sameTime = old.start() < fresh.end() && fresh.start() < old.end();
        return sameTime && old.m().path("position").equals(fresh.m().path("position"));
    }

    private static String newId(List<Segment> titles) {
        int n = titles.size() + 1;
        for (; taken(titles, "sg_t" + n); n++) {}
        return "sg_t" + n;
    }

    private static boolean taken(List<Segment> titles, String id) {
        return titles.stream().anyMatch(title -> id.equals(title.id()));
    }

    private static ObjectNode usual() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("position", "top-center")
                .put("color", "#FFFFFF")
                .put("anim_in", "fade")
                .put("anim_out", "fade");
    }

    private static Segment changed(Segment title, String text, TitleLook look, long length) {
        var m = title.m().deepCopy();
        put(m, "position", look.position());
        put(m, "color", look.color());
        put(m, "size", look.sizeAfter(m.path("size").asText()));
        boolean isNew = title.duration() == null || title.duration() == 0;
        long wanted = look.durationMs() != null ? look.durationMs() : isNew ? USUAL_MS : title.duration();
        long duration = Math.max(Math.min(SHORTEST_MS, length), Math.min(wanted, length));
        long from = look.atEnd() ? length - duration : look.fromMs() != null ? look.fromMs() : title.start();
        from = Math.clamp(from, 0, Math.max(0, length - Math.min(SHORTEST_MS, length)));
        duration = Math.min(duration, length - from);
        var worded = new Segment(
                title.id(),
                title.start(),
                title.duration(),
                title.src(),
                title.sourceStart(),
                title.gain(),
                text,
                m,
                title.other());
        return timed(worded, onFrame(from), onFrame(from + duration) - onFrame(from));
    }

    private static long onFrame(long ms) {
        return CutGrid.RATE.msOf(CutGrid.RATE.frameAt(ms));
    }

    private static void put(ObjectNode m, String key, String value) {
        if (value != null) {
            m.put(key, value);
        }
    }

    private static Segment timed(Segment title, long start, long duration) {
        return new Segment(
                title.id(),
                start,
                duration,
                title.src(),
                title.sourceStart(),
                title.gain(),
                title.text(),
                title.m(),
                title.other());
    }
}
