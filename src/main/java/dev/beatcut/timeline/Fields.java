package dev.beatcut.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The fields of one object, taken away as they are read, so that what is left is what we do not know. */
final class Fields {

    /** No time, volume or type is as large; such a number is kept, not understood. */
    private static final double ABSURD = 1e15;

    /** What it was called in the object around it, or null. */
    private final String name;

    private final ObjectNode left;

    private Fields(String name, JsonNode node) {
        this.name = name;
        this.left = node instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    Fields(JsonNode node) {
        this(null, node);
    }

    /** A view for reading only: what is taken stays in {@code node}. */
    static Fields of(JsonNode node) {
        return new Fields(null, node);
    }

    /** The first of these that is an object, to be read like this one. */
    Fields nested(String... names) {
        for (var candidate : names) {
            if (left.path(candidate).isObject()) {
                return new Fields(candidate, left.remove(candidate));
            }
        }
        return new Fields(null, null);
    }

    JsonNode take(String field) {
        return left.remove(field);
    }

    private JsonNode takeIf(Predicate<JsonNode> fits, String... names) {
        for (var candidate : names) {
            if (left.has(candidate) && fits.test(left.get(candidate))) {
                return left.remove(candidate);
            }
        }
        return null;
    }

    String text(String... names) {
        var node = takeIf(JsonNode::isTextual, names);
        return node == null ? null : node.textValue();
    }

    BigDecimal number(String... names) {
        var node = takeIf(value -> value.isNumber() && Math.abs(value.doubleValue()) < ABSURD, names);
        return node == null ? null : node.decimalValue();
    }

    Long ms(String... names) {
        var number = number(names);
        return number == null ? null : number.setScale(0, RoundingMode.HALF_UP).longValue();
    }

    List<JsonNode> list(String... names) {
        var node = takeIf(JsonNode::isArray, names);
        var items = new ArrayList<JsonNode>();
        if (node != null) {
            node.forEach(items::add);
        }
        return items;
    }

    ObjectNode object(String field) {
        return (ObjectNode) takeIf(JsonNode::isObject, field);
    }

    Map<String, JsonNode> rest() {
        var rest = new LinkedHashMap<String, JsonNode>();
        left.properties().forEach(field -> rest.put(field.getKey(), field.getValue()));
        return rest;
    }

    /** The rest, with what the nested objects held besides what was read in them, under their names. */
    Map<String, JsonNode> restWith(Fields... nested) {
        var rest = rest();
        for (var object : nested) {
            if (object.name != null && !object.left.isEmpty()) {
                rest.put(object.name, object.left);
            }
        }
        return rest;
    }
}
