package dev.beatcut.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A route of the API, as the house has it: what asks nobody who calls is none. */
public record Route(String method, String path, String accept, Method code) {

    public static List<Route> all() {
        return resources()
                .filter(type -> !type.isAnnotationPresent(PermitAll.class))
                .flatMap(Route::of)
                .toList();
    }

    /** Every class that answers HTTP; an interface calls somebody else. */
    static Stream<? extends Class<?>> resources() {
        return Stream.of("src/main/java", "src/studio/java")
                .flatMap(root -> classes(Path.of(root)))
                .filter(type -> !type.isInterface() && type.isAnnotationPresent(jakarta.ws.rs.Path.class));
    }

    private static Stream<? extends Class<?>> classes(Path root) {
        try (var files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().endsWith("Resource.java"))
                    .map(root::relativize)
                    .map(Route::type)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> type(Path source) {
        var name = source.toString().replaceAll("\\.java$", "").replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Stream<Route> of(Class<?> resource) {
        return Stream.of(resource.getDeclaredMethods()).flatMap(code -> Stream.of(code.getAnnotations())
                .map(said -> said.annotationType().getAnnotation(HttpMethod.class))
                .filter(method -> method != null)
                .map(method -> new Route(method.value(), path(resource, code), accept(resource, code), code)));
    }

    private static String path(Class<?> resource, Method code) {
        var below = code.getAnnotation(jakarta.ws.rs.Path.class);
        var whole =
                resource.getAnnotation(jakarta.ws.rs.Path.class).value() + (below == null ? "" : "/" + below.value());
        return whole.replaceAll("/+", "/");
    }

    private static String accept(Class<?> resource, Method code) {
        var said = code.isAnnotationPresent(Produces.class)
                ? code.getAnnotation(Produces.class)
                : resource.getAnnotation(Produces.class);
        return said == null ? "*/*" : said.value()[0].replaceFirst(";.*", "");
    }

    boolean isPost() {
        return method.equals("POST");
    }

    /** The things that the path names: {@code session}, {@code media}. */
    List<String> names() {
        return Pattern.compile("\\{([^}:]+)[^}]*}")
                .matcher(path)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return method + " " + path + " " + accept;
    }
}
