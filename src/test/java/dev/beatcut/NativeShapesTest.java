package dev.beatcut;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.beatcut.aws.NativeShapes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A native executable knows only the shapes that were named when it was built. */
class NativeShapesTest {

    /** Rooms that are in no Lambda artifact. */
    private static final String[] ELSEWHERE = {"dev.beatcut.studio.", "dev.beatcut.laptop."};

    /** What finds by a name what was not registered: classes, members, files, services. */
    private static final Set<String> BY_NAME = Set.of(
            "java.lang.Class.forName",
            "java.lang.Class.getConstructor",
            "java.lang.Class.getConstructors",
            "java.lang.Class.getDeclaredConstructor",
            "java.lang.Class.getDeclaredConstructors",
            "java.lang.Class.getDeclaredField",
            "java.lang.Class.getDeclaredFields",
            "java.lang.Class.getDeclaredMethod",
            "java.lang.Class.getDeclaredMethods",
            "java.lang.Class.getField",
            "java.lang.Class.getFields",
            "java.lang.Class.getMethod",
            "java.lang.Class.getMethods",
            "java.lang.Class.getPermittedSubclasses",
            "java.lang.Class.getRecordComponents",
            "java.lang.Class.getResource",
            "java.lang.Class.getResourceAsStream",
            "java.lang.ClassLoader.getResource",
            "java.lang.ClassLoader.getResourceAsStream",
            "java.lang.ClassLoader.getResources",
            "java.lang.ClassLoader.loadClass",
            "java.lang.reflect.Proxy.newProxyInstance",
            "java.util.ResourceBundle.getBundle",
            "java.util.ServiceLoader.load");

    /** What is another at every start, and may not be what it was when the executable was built. */
    private static final List<Class<?>> OF_THE_START = List.of(
            RandomGenerator.class,
            Thread.class,
            Executor.class,
            Instant.class,
            InetAddress.class,
            SocketAddress.class,
            HttpClient.class,
            AutoCloseable.class);

    private static final Set<String> ASKED_AT_THE_START = Set.of(
            "java.lang.Runtime.availableProcessors",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.getProperty",
            "java.lang.System.getenv",
            "java.lang.System.nanoTime",
            "java.net.InetAddress.getByName",
            "java.net.InetAddress.getLocalHost",
            "java.time.Instant.now",
            "java.time.InstantSource.instant",
            "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault",
            "java.util.UUID.randomUUID");

    private static final JavaClasses BACKEND = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.beatcut")
            .that(describe(
                    "are of the backend", type -> Arrays.stream(ELSEWHERE).noneMatch(type.getName()::startsWith)));

    @Test
    void every_record_and_enum_of_the_backend_is_named_and_nothing_that_is_no_more() {
        var shapes = BACKEND.stream()
                .filter(type -> type.isRecord() || type.isEnum())
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        var named =
                NativeShapes.class.getAnnotation(RegisterForReflection.class).classNames();
        assertThat(new TreeSet<>(Arrays.asList(named)))
                .as("the list in NativeShapes; make it: %n%s", String.join(",\n", quoted(shapes)))
                .isEqualTo(shapes);
    }

    @Test
    void the_backend_looks_nothing_up_by_a_name_that_a_native_executable_would_have_to_know() {
        assertThat(accesses(JavaClass::getAccessesFromSelf, BY_NAME))
                .as(
                        "register what is looked up (NativeShapes, quarkus.native.resources.includes), then name the place here")
                .isEmpty();
    }

    /** Quarkus initialises every class when the executable is built. */
    @Test
    void no_static_state_of_the_backend_is_of_the_start() {
        var fields = BACKEND.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> OF_THE_START.stream().anyMatch(field.getRawType()::isAssignableTo))
                .map(JavaField::getFullName);
        assertThat(fields).as("keep it in a bean").isEmpty();
        assertThat(accesses(
                        type -> type.getStaticInitializer()
                                .map(JavaCodeUnit::getAccessesFromSelf)
                                .orElse(Set.of()),
                        ASKED_AT_THE_START))
                .isEmpty();
    }

    private static Stream<String> accesses(Function<JavaClass, Set<JavaAccess<?>>> of, Set<String> forbidden) {
        return BACKEND.stream()
                .flatMap(type -> of.apply(type).stream())
                .filter(access -> forbidden.contains(access.getTargetOwner().getName() + "."
                        + access.getTarget().getName()))
                .map(JavaAccess::getDescription);
    }

    private static TreeSet<String> quoted(TreeSet<String> names) {
        return names.stream()
                .map(name -> "            \"" + name + "\"")
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
