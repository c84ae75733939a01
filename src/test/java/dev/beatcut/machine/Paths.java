package dev.beatcut.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSONPath over a state's input and its context object, payload templates, and the two intrinsic functions in use. */
record Paths(JsonNode input, ObjectNode context) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Configuration JACKSON = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .build();
    private static final Pattern CALL = Pattern.compile("States\\.(\\w+)\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern ARGUMENT =
            Pattern.compile("\\s*('(?:[^'\\\\]|\\\\.)*'|[^,]+)\\s*(?:,|$)", Pattern.DOTALL);

    /** @throws Failure States.Runtime if nothing is there */
    JsonNode at(String path) {
        return find(path).orElseThrow(() -> Failure.runtime("The path " + path + " finds nothing in " + input));
    }

    Optional<JsonNode> find(String path) {
        var root = path.startsWith("$$") ? context : input;
        try {
            return Optional.ofNullable(JsonPath.using(JACKSON)
                    .parse(root)
                    .read(path.startsWith("$$") ? path.substring(1) : path, JsonNode.class));
        } catch (PathNotFoundException nothing) {
            return Optional.empty();
        }
    }

    /** A payload template: fields whose names end in {@code .$} are paths or intrinsic functions. */
    JsonNode filled(JsonNode template) {
        if (template.isArray()) {
            var filled = JsonNodeFactory.instance.arrayNode();
            template.forEach(element -> filled.add(filled(element)));
            return filled;
        }
        if (!template.isObject()) {
            return template;
        }
        var filled = JsonNodeFactory.instance.objectNode();
        template.properties().forEach(field -> {
            var name = field.getKey();
            if (name.endsWith(".$")) {
                filled.set(
                        name.substring(0, name.length() - 2),
                        value(field.getValue().asText()));
            } else {
                filled.set(name, filled(field.getValue()));
            }
        });
        return filled;
    }

    private JsonNode value(String said) {
        if (said.startsWith("$")) {
            return at(said);
        }
        var call = CALL.matcher(said);
        if (!call.matches()) {
            throw Failure.runtime("\"" + said + "\" is neither a path nor an intrinsic function.");
        }
        var arguments = arguments(call.group(2));
        return switch (call.group(1)) {
            case "Format" -> JsonNodeFactory.instance.textNode(format(arguments));
            case "JsonMerge" -> merge(arguments);
            default -> throw Failure.runtime("The intrinsic function States." + call.group(1) + " is not known here.");
        };
    }

    private List<JsonNode> arguments(String said) {
        var arguments = new ArrayList<JsonNode>();
        var next = ARGUMENT.matcher(said);
        while (next.lookingAt()) {
            arguments.add(argument(next.group(1).strip()));
            next.region(next.end(), said.length());
        }
        return arguments;
    }

    private JsonNode argument(String said) {
        if (said.startsWith("'")) {
            return JsonNodeFactory.instance.textNode(said.substring(1, said.length() - 1));
        }
        try {
            return said.startsWith("$") ? at(said) : JSON.readTree(said);
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw Failure.runtime("The argument " + said + " is not understood.");
        }
    }

    private static String format(List<JsonNode> arguments) {
        var said = arguments.getFirst().asText();
        for (var value : arguments.subList(1, arguments.size())) {
            said = said.replaceFirst("\\{}", java.util.regex.Matcher.quoteReplacement(value.asText()));
        }
        return said;
    }

    private static JsonNode merge(List<JsonNode> arguments) {
        if (arguments.get(2).asBoolean()) {
            throw Failure.runtime("States.JsonMerge merges no deeper than the first level.");
        }
        return ((ObjectNode) arguments.get(0).deepCopy()).setAll((ObjectNode) arguments.get(1));
    }

    /** The input with {@code result} put where a ResultPath says. */
    JsonNode with(String resultPath, JsonNode result) {
        if (resultPath.equals("$")) {
            return result;
        }
        var fields = resultPath.substring(2).split("\\.");
        ObjectNode whole = input.deepCopy();
        var at = whole;
        for (var field : List.of(fields).subList(0, fields.length - 1)) {
            at = at.withObject("/" + field);
        }
        at.set(fields[fields.length - 1], result);
        return whole;
    }
}
