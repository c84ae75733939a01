package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What servers write into {@code data:} lines. */
final class Frames {

    private Frames() {}

    static String delta(String author, String text) {
        return adk(author, true, part(text));
    }

    static String whole(String author, String text) {
        return adk(author, false, part(text));
    }

    static String thought(String text) {
        return "{\"text\":" + quoted(text) + ",\"thought\":true}";
    }

    static String part(String text) {
        return "{\"text\":" + quoted(text) + "}";
    }

    static String callPart(String name) {
        return "{\"functionCall\":{\"id\":\"adk-1\",\"name\":\"" + name + "\",\"args\":{}}}";
    }

    static String call(String author, String name) {
        return adk(author, false, callPart(name));
    }

    /** Its role is {@code user}, as ADK has it. */
    static String answered(String author, String name) {
        return "{\"content\":{\"parts\":[{\"functionResponse\":{\"id\":\"adk-1\",\"name\":\"" + name
                + "\",\"response\":{\"status\":\"success\"}}}],\"role\":\"user\"},\"author\":\"" + author + "\"}";
    }

    static String adk(String author, boolean partial, String... parts) {
        return "{\"content\":{\"parts\":[" + String.join(",", parts) + "],\"role\":\"model\"},"
                + (partial ? "\"partial\":true," : "") + "\"author\":\"" + author + "\"}";
    }

    static String flat(String type, String content) {
        return "{\"type\":\"" + type + "\",\"content\":" + quoted(content) + "}";
    }

    static String flatTool(String type, String name) {
        return "{\"type\":\"" + type + "\",\"name\":\"" + name + "\"}";
    }

    static String stream(String... frames) {
        return Stream.of(frames).map(frame -> "data: " + frame + "\n\n").collect(Collectors.joining());
    }

    static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
