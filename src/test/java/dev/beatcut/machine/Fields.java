package dev.beatcut.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses what is not known: an interpreter that passes over a field runs another machine than the one that is written. */
final class Fields {

    private final Set<String> there;
    private final Set<String> allowed = new HashSet<>();

    private Fields(Set<String> there) {
        this.there = there;
    }

    static Fields of(JsonNode object) {
        return new Fields(
                object.properties().stream().map(java.util.Map.Entry::getKey).collect(Collectors.toSet()));
    }

    Fields allow(Set<String> more) {
        allowed.addAll(more);
        return this;
    }

    /** @throws IllegalArgumentException if there is any other field than these and the allowed ones */
    void only(Set<String> known) {
        var unknown = new HashSet<>(there);
        unknown.removeAll(allowed);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The fields " + unknown + " are not known here.");
        }
    }
}
