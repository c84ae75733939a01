package dev.beatcut.team;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What {@code infra/studio/Containerfile} says. */
final class Containerfile {

    /** Where a container writes. */
    static final String FOLDER = "/var/lib/beatcut";

    static final Path FILE = Path.of("infra/studio/Containerfile");

    private static final Pattern VARIABLE = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S*))");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param words what stands behind the instruction's name */
    record Instruction(String name, String words) {}

    private final List<Instruction> instructions = new ArrayList<>();

    Containerfile() {
        try {
            var text = Files.readString(FILE).replaceAll("(?m)^#.*\\R", "").replaceAll("\\\\\\R\\s*", " ");
            text.lines().filter(line -> !line.isBlank()).forEach(this::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(String line) {
        var parts = line.strip().split("\\s+", 2);
        var words = parts[1];
        for (var argument : variables("ARG").entrySet()) {
            words = words.replace("${" + argument.getKey() + "}", argument.getValue());
        }
        instructions.add(new Instruction(parts[0], words));
    }

    List<String> all(String name) {
        return instructions.stream()
                .filter(one -> one.name().equals(name))
                .map(Instruction::words)
                .toList();
    }

    String only(String name) {
        var found = all(name);
        if (found.size() != 1) {
            throw new AssertionError(name + " is there " + found.size() + " times");
        }
        return found.getFirst();
    }

    Map<String, String> environment() {
        return variables("ENV");
    }

    List<String> entrypoint() {
        return list(only("ENTRYPOINT"));
    }

    List<String> healthCheck() {
        var said = only("HEALTHCHECK");
        return list(said.substring(said.indexOf('[')));
    }

    private Map<String, String> variables(String name) {
        var variables = new LinkedHashMap<String, String>();
        all(name).forEach(words -> VARIABLE.matcher(words)
                .results()
                .forEach(found ->
                        variables.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2))));
        return variables;
    }

    private static List<String> list(String said) {
        try {
            return List.of(JSON.readValue(said, String[].class));
        } catch (JsonProcessingException shellForm) {
            throw new AssertionError("No list of words, so a shell would stand between: " + said, shellForm);
        }
    }
}
