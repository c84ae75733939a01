package dev.beatcut.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The codec of the wire's draft document. Reads every spelling that {@code nemo-api.md} §5 allows and writes one:
 * {@code t tt sg s d src ss v txt id m}.
 */
public final class Draft {

    private Draft() {}

    /** @param draft may be null, JSON null or {@code {}}: an empty timeline */
    public static Timeline read(JsonNode draft) {
        if (draft == null || !draft.isObject()) {
            return Timeline.EMPTY;
        }
        var fields = new Fields(draft);
        var duration = fields.ms("d", "duration", "dur");
        var tracks = fields.list("t", "tracks").stream().map(Draft::track).toList();
        return new Timeline(duration, tracks, fields.object("m"), fields.rest());
    }

    private static Track track(JsonNode track) {
        var fields = new Fields(track);
        var id = fields.text("id");
        var type = fields.number("tt", "type");
        var segments = new ArrayList<Segment>();
        long end = 0;
        for (var segment : fields.list("sg", "segments")) {
            var read = segment(segment, end);
            segments.add(read);
            end += read.duration() == null ? 0 : read.duration();
        }
        return new Track(id, type == null ? -1 : type.intValue(), segments, fields.take("m"), fields.rest());
    }

    /** @param startIfUnsaid the sum of the earlier segments of the track */
    private static Segment segment(JsonNode segment, long startIfUnsaid) {
        var fields = new Fields(segment);
        var range = new Fields(fields.take("tr", "target", "targetTimerange"));
        var source = new Fields(fields.take("sr", "source_timerange", "sourceTimerange"));
        var m = fields.object("m");
        var start =
                first(ms(fields, "s", "st", "start", "startTime", "ts"), ms(range, "s", "st", "start", "startTime"));
        var duration = first(ms(fields, "d", "duration", "dur"), ms(range, "d", "duration", "dur"));
        var end = first(ms(fields, "e", "et", "end"), ms(range, "e", "et", "end"));
        var from = start == null ? startIfUnsaid : start;
        if (duration == null && end != null) {
            duration = Math.max(0, end - from);
        }
        return new Segment(
                fields.text("id"),
                from,
                duration,
                fields.text("src", "source", "url"),
                first(fields.ms("ss", "sourceStart"), ms(source, "s", "start")),
                gain(first(fields.number("v", "vol", "volume"), peekNumber(m, "v", "vol", "volume"))),
                first(fields.text("txt", "text", "content"), titled(fields), peekText(m, "txt", "text", "content")),
                m,
                fields.rest());
    }

    /** {@code title} is a text's words only where the segment has no source: a clip's title is its name. */
    private static String titled(Fields fields) {
        return fields.has("src", "source", "url") ? null : fields.text("title");
    }

    private static Long ms(Fields fields, String... names) {
        return fields.ms(names);
    }

    /** §5: up to 1 is a gain, more is a percentage. */
    private static Double gain(BigDecimal said) {
        if (said == null) {
            return null;
        }
        return (said.compareTo(BigDecimal.ONE) <= 0 ? said : said.movePointLeft(2)).doubleValue();
    }

    private static BigDecimal peekNumber(JsonNode m, String... names) {
        return peek(m, node -> node.isNumber() ? node.decimalValue() : null, names);
    }

    private static String peekText(JsonNode m, String... names) {
        return peek(m, node -> node.isTextual() ? node.textValue() : null, names);
    }

    private static <T> T peek(JsonNode m, Function<JsonNode, T> read, String... names) {
        for (var name : names) {
            var value = m == null ? null : read.apply(m.path(name));
            if (value != null) {
                return value;
            }
        }
        return null;
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
        if (timeline.duration() != null) {
            draft.put("d", timeline.duration());
        }
        var tracks = draft.putArray("t");
        timeline.tracks().forEach(track -> tracks.add(write(track)));
        draft.setAll(timeline.other());
        return draft;
    }

    private static ObjectNode write(Track track) {
        var node = JsonNodeFactory.instance.objectNode();
        if (track.type() >= 0) {
            node.put("tt", track.type());
        }
        put(node, "id", track.id());
        var segments = node.putArray("sg");
        track.segments().forEach(segment -> segments.add(write(segment)));
        if (track.m() != null) {
            node.set("m", track.m().deepCopy());
        }
        node.setAll(track.other());
        return node;
    }

    private static ObjectNode write(Segment segment) {
        var node = JsonNodeFactory.instance.objectNode();
        put(node, "id", segment.id());
        node.put("s", segment.start());
        put(node, "d", segment.duration());
        put(node, "src", segment.src());
        put(node, "ss", segment.sourceStart());
        if (segment.gain() != null) {
            node.put("v", segment.gain());
        }
        put(node, "txt", segment.text());
        if (!segment.m().isEmpty()) {
            node.set("m", segment.m().deepCopy());
        }
        node.setAll(segment.other());
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

    /** The fields of one object, taken away as they are read, so that what is left is what we do not know. */
    private static final class Fields {
        private final ObjectNode left;

        Fields(JsonNode node) {
            this.left = node instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        }

        boolean has(String... names) {
            return List.of(names).stream().anyMatch(left::has);
        }

        JsonNode take(String... names) {
            for (var name : names) {
                if (left.has(name)) {
                    return left.remove(name);
                }
            }
            return null;
        }

        private JsonNode takeIf(java.util.function.Predicate<JsonNode> fits, String... names) {
            for (var name : names) {
                if (left.has(name) && fits.test(left.get(name))) {
                    return left.remove(name);
                }
            }
            return null;
        }

        String text(String... names) {
            var node = takeIf(JsonNode::isTextual, names);
            return node == null ? null : node.textValue();
        }

        BigDecimal number(String... names) {
            var node = takeIf(JsonNode::isNumber, names);
            return node == null ? null : node.decimalValue();
        }

        Long ms(String... names) {
            var number = number(names);
            return number == null
                    ? null
                    : number.setScale(0, RoundingMode.HALF_UP).longValue();
        }

        List<JsonNode> list(String... names) {
            var node = takeIf(JsonNode::isArray, names);
            var items = new ArrayList<JsonNode>();
            if (node != null) {
                node.forEach(items::add);
            }
            return items;
        }

        ObjectNode object(String name) {
            return (ObjectNode) takeIf(JsonNode::isObject, name);
        }

        java.util.Map<String, JsonNode> rest() {
            var rest = new java.util.LinkedHashMap<String, JsonNode>();
            left.properties().forEach(field -> rest.put(field.getKey(), field.getValue()));
            return rest;
        }
    }
}
