package dev.beatcut.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The codec of the wire's draft document. Reads every spelling that {@code nemo-api.md} §5 allows and writes one:
 * {@code t tt sg s d src ss v txt id m}.
 */
public final class Draft {

    private static final String[] START = {"s", "st", "start", "startTime", "ts"};
    private static final String[] DURATION = {"d", "duration", "dur"};
    private static final String[] END = {"e", "et", "end"};
    private static final String[] VOLUME = {"v", "vol", "volume"};
    private static final String[] WORDS = {"txt", "text", "content"};

    /** The key of a list's element that is no object: nothing can be read in it, but it goes back as it came. */
    private static final String BARE = "";

    /** Numbers as exact as the wire's. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Draft() {}

    /** @param draft as text, as it was kept */
    public static Timeline parse(String draft) {
        try {
            return read(JSON.readTree(draft));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException("A kept draft is no JSON", unreadable);
        }
    }

    /** @param draft may be null, JSON null or {@code {}}: an empty timeline */
    public static Timeline read(JsonNode draft) {
        if (draft == null || !draft.isObject()) {
            return Timeline.EMPTY;
        }
        var fields = new Fields(draft);
        var duration = fields.ms(DURATION);
        var tracks = fields.list("t", "tracks").stream().map(Draft::track).toList();
        return new Timeline(duration, tracks, fields.object("m"), fields.rest());
    }

    private static Track track(JsonNode track) {
        if (!track.isObject()) {
            return new Track(null, -1, List.of(), null, Map.of(BARE, track));
        }
        var fields = new Fields(track);
        var id = fields.text("id");
        var type = fields.number("tt", "type");
        var segments = new ArrayList<Segment>();
        long end = 0;
        for (var segment : fields.list("sg", "segments")) {
            var read = segment(segment, end, type);
            segments.add(read);
            end += read.duration() == null ? 0 : read.duration();
        }
        return new Track(id, type == null ? -1 : type.intValue(), segments, fields.take("m"), fields.rest());
    }

    /** @param startIfUnsaid the sum of the earlier segments of the track */
    private static Segment segment(JsonNode segment, long startIfUnsaid, BigDecimal type) {
        if (!segment.isObject()) {
            return new Segment(null, startIfUnsaid, null, null, null, null, null, null, Map.of(BARE, segment));
        }
        var fields = new Fields(segment);
        var m = fields.object("m");
        var src = fields.text("src", "source", "url");
        var target = fields.nested("tr", "target", "targetTimerange");
        var source = fields.nested("sr", "source_timerange", "sourceTimerange");
        var start = first(fields.ms(START), target.ms(START));
        var duration = first(fields.ms(DURATION), target.ms(DURATION));
        var end = first(fields.ms(END), target.ms(END));
        var from = start == null ? startIfUnsaid : start;
        if (duration == null && end != null) {
            duration = Math.max(0, end - from);
        }
        return new Segment(
                fields.text("id"),
                from,
                duration,
                src,
                first(fields.ms("ss", "sourceStart"), source.ms(START)),
                gain(first(fields.number(VOLUME), Fields.of(m).number(VOLUME))),
                words(fields, m, src, type),
                m,
                fields.restWith(target, source));
    }

    /** {@code title} is a text's words only where it cannot be a name: a clip's title is its name. */
    private static String words(Fields fields, ObjectNode m, String src, BigDecimal type) {
        boolean named = src != null || type != null && type.intValue() < TrackType.TEXT.code();
        var said = Fields.of(m);
        return named
                ? first(fields.text(WORDS), said.text(WORDS))
                : first(fields.text(WORDS), fields.text("title"), said.text(WORDS), said.text("title"));
    }

    /** §5: up to 1 is a gain, more is a percentage. */
    private static Double gain(BigDecimal said) {
        if (said == null) {
            return null;
        }
        return (said.compareTo(BigDecimal.ONE) <= 0 ? said : said.movePointLeft(2)).doubleValue();
    }

    @SafeVarargs
    private static <T> T first(T... values) {
        for (var value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    public static ObjectNode write(Timeline timeline) {
        var draft = JsonNodeFactory.instance.objectNode();
        if (!timeline.m().isEmpty()) {
            draft.set("m", timeline.m().deepCopy());
        }
        put(draft, "d", timeline.duration());
        putList(draft, "t", timeline.tracks().stream().map(Draft::write).toList(), timeline.other());
        return withRest(draft, timeline.other());
    }

    private static JsonNode write(Track track) {
        if (track.other().containsKey(BARE)) {
            return track.other().get(BARE);
        }
        var node = JsonNodeFactory.instance.objectNode();
        if (track.type() >= 0) {
            node.put("tt", track.type());
        }
        put(node, "id", track.id());
        putList(node, "sg", track.segments().stream().map(Draft::write).toList(), track.other());
        if (track.m() != null) {
            node.set("m", track.m().deepCopy());
        }
        return withRest(node, track.other());
    }

    private static JsonNode write(Segment segment) {
        if (segment.other().containsKey(BARE)) {
            return segment.other().get(BARE);
        }
        var node = JsonNodeFactory.instance.objectNode();
        put(node, "id", segment.id());
        node.put("s", segment.start());
        put(node, "d", segment.duration());
        put(node, "src", segment.src());
        put(node, "ss", segment.sourceStart());
        if (segment.gain() != null) {
            // More than 1 would be read as a percentage, so it is written as one.
            node.put("v", segment.gain() > 1 ? segment.gain() * 100 : segment.gain());
        }
        put(node, "txt", segment.text());
        if (!segment.m().isEmpty()) {
            node.set("m", segment.m().deepCopy());
        }
        return withRest(node, segment.other());
    }

    /** An empty list does not hide something else that came under its name. */
    private static void putList(ObjectNode node, String name, List<JsonNode> items, Map<String, JsonNode> other) {
        if (!items.isEmpty() || !other.containsKey(name)) {
            node.putArray(name).addAll(items);
        }
    }

    private static ObjectNode withRest(ObjectNode node, Map<String, JsonNode> other) {
        other.forEach((name, value) -> {
            if (!node.has(name)) {
                node.set(name, value);
            }
        });
        return node;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static void put(ObjectNode node, String name, Long value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
