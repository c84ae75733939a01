package dev.beatcut;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house: which room may import which, who knows the wire, and what names say. */
class HouseRulesTest {

    private static final String ROOT = "dev.beatcut";

    /** Each room and the rooms that it may import; {@code problem} is open to all. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("problem", Set.of()),
            entry("observe", Set.of()),
            entry("state", Set.of("observe")),
            entry("objects", Set.of()),
            entry("timeline", Set.of()),
            entry("snapshot", Set.of()),
            entry("nemo", Set.of("observe", "snapshot")),
            entry("outside", Set.of("objects")),
            entry("announce", Set.of("outside", "state", "access", "observe")),
            entry("intent", Set.of("timeline")),
            entry("access", Set.of("nemo", "state", "observe")),
            entry("session", Set.of("nemo", "state", "access")),
            entry("media", Set.of("session", "nemo", "state", "objects", "access", "outside", "observe")),
            entry(
                    "chat",
                    Set.of(
                            "intent",
                            "session",
                            "media",
                            "nemo",
                            "timeline",
                            "state",
                            "access",
                            "render",
                            "credit",
                            "observe")),
            entry(
                    "render",
                    Set.of(
                            "session",
                            "nemo",
                            "state",
                            "timeline",
                            "objects",
                            "access",
                            "announce",
                            "outside",
                            "observe")),
            entry("credit", Set.of("session", "nemo", "access", "observe")),
            entry("aws", Set.of("state", "objects", "announce", "access", "chat", "observe", "snapshot")),
            entry("laptop", Set.of("state", "objects", "nemo", "studio.ffmpeg")),
            entry("studio.beat", Set.of()),
            entry("studio.ffmpeg", Set.of("timeline")),
            entry("studio.visual", Set.of("studio.beat", "studio.ffmpeg", "timeline")),
            entry("studio.footage", Set.of("studio.ffmpeg")),
            entry("studio.plan", Set.of("studio.beat", "studio.footage", "studio.visual", "timeline")),
            entry("studio.render", Set.of("studio.ffmpeg", "studio.footage", "timeline")),
            entry(
                    "studio.library",
                    Set.of(
                            "studio.beat",
                            "studio.ffmpeg",
                            "studio.footage",
                            "studio.plan",
                            "studio.render",
                            "studio.visual",
                            "timeline",
                            "state",
                            "objects")),
            entry(
                    "studio.wire",
                    Set.of(
                            "studio.library",
                            "studio.beat",
                            "studio.ffmpeg",
                            "studio.footage",
                            "studio.plan",
                            "studio.render",
                            "timeline",
                            "state",
                            "objects",
                            "outside")));

    private static final Pattern EMPTY_NAME =
            Pattern.compile("(?i)(util|utils|common|service|impl|manager|helper)(s)?$");

    private static final Pattern WIRE_FIELD = Pattern.compile(
            "\"(session_id|new_message|cdn_url|session_state_applied|functionCall|functionResponse|invocationId|video_infos|source_type)\"");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void every_room_imports_only_what_it_may() {
        var broken = new TreeSet<String>();
        for (var type : HOUSE) {
            var room = room(type.getPackageName());
            assertThat(MAY_IMPORT)
                    .as("rooms of the house, for %s", type.getName())
                    .containsKey(room);
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var other = dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (other.startsWith(ROOT + ".") && !mayImport(room, room(other))) {
                    broken.add(room + " imports " + room(other) + ": " + type.getName());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void only_nemo_and_the_studios_wire_know_the_wires_field_names() throws IOException {
        var knowing = new TreeSet<String>();
        for (var source : sources()) {
            var path = source.toString().replace('\\', '/');
            var isWire = path.contains("/beatcut/nemo/") || path.contains("/studio/wire/");
            if (!isWire && WIRE_FIELD.matcher(Files.readString(source)).find()) {
                knowing.add(path);
            }
        }
        assertThat(knowing).isEmpty();
    }

    @Test
    void names_say_something() {
        assertThat(HOUSE.stream()
                        .filter(type -> !type.isAnonymousClass())
                        .flatMap(type -> Stream.concat(
                                Stream.of(type.getSimpleName()),
                                Stream.of(type.getPackageName().split("\\."))))
                        .filter(name -> EMPTY_NAME.matcher(name).find()))
                .isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        var silent = new TreeSet<Path>();
        for (var source : sources()) {
            var room = Path.of("src").relativize(source.getParent());
            var said = Stream.of("main", "studio", "lambda")
                    .map(root -> Path.of("src", root).resolve(room.subpath(1, room.getNameCount())))
                    .anyMatch(place -> Files.exists(place.resolve("package-info.java")));
            if (!said) {
                silent.add(source.getParent());
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void nothing_is_injected_into_fields() {
        fields().should().notBeAnnotatedWith(Inject.class).check(HOUSE);
    }

    @Test
    void the_backend_prints_nothing_and_knows_no_old_dates() {
        var backend = HOUSE.that(describe(
                "are of the backend", type -> !room(type.getPackageName()).matches("laptop|studio\\..*")));
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true).check(backend);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    private static boolean mayImport(String room, String other) {
        return other.equals(room)
                || other.equals("problem")
                || MAY_IMPORT.get(room).contains(other);
    }

    /** {@code dev.beatcut.studio.beat.x} is in {@code studio.beat}, {@code dev.beatcut.chat} in {@code chat}. */
    private static String room(String packageName) {
        var names = packageName.substring(ROOT.length() + 1).split("\\.");
        return names[0].equals("studio") && names.length > 1 ? "studio." + names[1] : names[0];
    }

    private static List<Path> sources() throws IOException {
        var found = new ArrayList<Path>();
        for (var root : List.of("src/main/java", "src/studio/java", "src/lambda/java", "src/gateway/java")) {
            if (Files.isDirectory(Path.of(root))) {
                try (var files = Files.walk(Path.of(root))) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        }
        return found;
    }
}
