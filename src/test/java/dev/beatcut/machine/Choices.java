package dev.beatcut.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The rules of a Choice. */
record Choices(Paths paths) {

    /** @throws Failure States.NoChoiceMatched */
    String next(JsonNode state) {
        return StreamSupport.stream(state.path("Choices").spliterator(), false)
                .filter(rule -> holds(rule, true))
                .map(rule -> rule.path("Next").asText())
                .findFirst()
                .orElseGet(() -> byDefault(state));
    }

    private static String byDefault(JsonNode state) {
        if (!state.has("Default")) {
            throw new Failure("States.NoChoiceMatched", "No rule holds, and there is no Default.");
        }
        return state.path("Default").asText();
    }

    private boolean holds(JsonNode rule, boolean top) {
        var fields = Fields.of(rule);
        if (top) {
            fields.allow(Set.of("Comment", "Next"));
        }
        if (rule.has("And")) {
            fields.only(Set.of("And"));
            return StreamSupport.stream(rule.path("And").spliterator(), false).allMatch(one -> holds(one, false));
        }
        if (rule.has("Or")) {
            fields.only(Set.of("Or"));
            return StreamSupport.stream(rule.path("Or").spliterator(), false).anyMatch(one -> holds(one, false));
        }
        if (rule.has("Not")) {
            fields.only(Set.of("Not"));
            return !holds(rule.path("Not"), false);
        }
        return compares(rule, fields);
    }

    private boolean compares(JsonNode rule, Fields fields) {
        fields.only(Set.of("Variable", "IsPresent", "IsString", "StringEquals", "BooleanEquals"));
        var path = rule.path("Variable").asText();
        if (rule.has("IsPresent")) {
            return paths.find(path).isPresent() == rule.path("IsPresent").asBoolean();
        }
        var value = paths.at(path);
        if (rule.has("IsString")) {
            return value.isTextual() == rule.path("IsString").asBoolean();
        }
        return rule.has("StringEquals")
                ? value.isTextual() && value.equals(rule.path("StringEquals"))
                : value.isBoolean() && value.equals(rule.path("BooleanEquals"));
    }
}
