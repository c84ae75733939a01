package dev.beatcut.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON body, without quoting it. */
public final class Malformed {

    private Malformed() {}

    public static Problem problem(JsonProcessingException unreadable, String next) {
        return Problem.invalid(detail(unreadable), next);
    }

    private static String detail(JsonProcessingException unreadable) {
        return switch (unreadable) {
            case UnrecognizedPropertyException unknown ->
                "There is no field \"" + unknown.getPropertyName() + "\" here.";
            case JsonMappingException wrong
            when !wrong.getPath().isEmpty() -> "The field \"" + path(wrong) + "\" is not of the type that is expected.";
            default -> "The body is not the JSON that is expected" + where(unreadable) + ".";
        };
    }

    private static String path(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String where(JsonProcessingException unreadable) {
        var place = unreadable.getLocation();
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }
}
