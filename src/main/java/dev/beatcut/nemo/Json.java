package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a value where one of several spellings may hold it. A path's steps are separated by dots. */
final class Json {

    /** Numbers keep their spelling, so that a draft goes back as it came. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int MOST_ZEROS = 100;

    private Json() {}

    static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The first that is there and not null, else a missing node. */
    static JsonNode first(JsonNode node, String... paths) {
        return Arrays.stream(paths)
                .map(path -> at(node, path))
                .filter(found -> !found.isMissingNode() && !found.isNull())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** The first that is a non-empty text or a number (ids may come as either), or null. */
    static String text(JsonNode node, String... paths) {
        return Arrays.stream(paths)
                .map(path -> at(node, path))
                .filter(found -> found.isTextual() || found.isNumber())
                .map(JsonNode::asText)
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The first that is a number or a text that is one, or null; one that is out of all proportion is none. */
    static BigDecimal number(JsonNode node, String... paths) {
        var said = text(node, paths);
        try {
            var number = said == null ? null : new BigDecimal(said.strip());
            return number == null || Math.abs((long) number.scale()) > MOST_ZEROS ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Seconds on the wire, milliseconds here; or null. */
    static Long millis(JsonNode node, String... paths) {
        var seconds = number(node, paths);
        return seconds == null
                ? null
                : seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValue();
    }

    static Integer integer(JsonNode node, String... paths) {
        var number = number(node, paths);
        return number == null ? null : number.intValue();
    }

    /** An absolute http(s) address, or null. */
    static URI uri(JsonNode node, String... paths) {
        var said = text(node, paths);
        try {
            var uri = said == null ? null : new URI(said.strip());
            return uri == null || uri.getHost() == null || !uri.getScheme().startsWith("http") ? null : uri;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static JsonNode at(JsonNode node, String path) {
        var found = node;
        for (var step : path.split("\\.")) {
            found = found.path(step);
        }
        return found;
    }
}
