package dev.beatcut;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.beatcut.aws.NativeShapes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A native executable knows only the shapes that were named when it was built. */
class NativeShapesTest {

    /** Rooms that are in no Lambda artifact. */
    private static final String[] ELSEWHERE = {"dev.beatcut.studio.", "dev.beatcut.laptop."};

    @Test
    void every_record_and_enum_of_the_backend_is_named_and_nothing_that_is_no_more() {
        var shapes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.beatcut").stream()
                        .filter(type -> type.isRecord() || type.isEnum())
                        .map(JavaClass::getName)
                        .filter(name -> Arrays.stream(ELSEWHERE).noneMatch(name::startsWith))
                        .collect(Collectors.toCollection(TreeSet::new));
        var named =
                NativeShapes.class.getAnnotation(RegisterForReflection.class).classNames();
        assertThat(new TreeSet<>(Arrays.asList(named)))
                .as("the list in NativeShapes; make it: %n%s", String.join(",\n", quoted(shapes)))
                .isEqualTo(shapes);
    }

    private static TreeSet<String> quoted(TreeSet<String> names) {
        return names.stream()
                .map(name -> "            \"" + name + "\"")
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
