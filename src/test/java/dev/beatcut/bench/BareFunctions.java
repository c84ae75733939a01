package dev.beatcut.bench;

import dev.beatcut.bench.bare.Nothing;
import dev.beatcut.bench.bare.OneRead;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The handlers of {@code bench.bare} packaged as one would: a class, and beside it the jars that it needs. */
final class BareFunctions {

    private static final Pattern SDK =
            Pattern.compile("(annotations|auth|aws-core|aws-json-protocol|checksums|checksums-spi|dynamodb"
                    + "|endpoints-spi|http-auth|http-auth-aws|http-auth-spi|http-client-spi|identity-spi|json-utils|metrics-spi"
                    + "|profiles|protocol-core|regions|retries|retries-spi|sdk-core|third-party-jackson-core"
                    + "|url-connection-client|utils|utils-lite)-2\\.[0-9.]+\\.jar");
    private static final Pattern ITS_NEEDS = Pattern.compile("(reactive-streams|slf4j-api)-[0-9.]+\\.jar");

    private BareFunctions() {}

    /** @return the task root of {@link Nothing} */
    static Path nothing(Path folder) throws IOException {
        return withClass(Files.createDirectory(folder.resolve("nothing")), Nothing.class);
    }

    /** @return the task root of {@link OneRead} */
    static Path oneRead(Path folder) throws IOException {
        var task = withClass(Files.createDirectory(folder.resolve("one-read")), OneRead.class);
        var lib = Files.createDirectory(task.resolve("lib"));
        for (var jar : jars()) {
            Files.copy(jar, lib.resolve(jar.getFileName()));
        }
        return task;
    }

    static String handler(Class<?> handler) {
        return handler.getName() + "::handle";
    }

    private static Path withClass(Path task, Class<?> handler) throws IOException {
        var name = handler.getName().replace('.', '/') + ".class";
        Files.createDirectories(task.resolve(name).getParent());
        try (var bytes = handler.getResourceAsStream("/" + name)) {
            Files.copy(bytes, task.resolve(name));
        }
        return task;
    }

    private static List<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(BareFunctions::isNeeded)
                .toList();
    }

    private static boolean isNeeded(Path jar) {
        var name = jar.getFileName().toString();
        var isSdk = jar.toString().replace('\\', '/').contains("/software/amazon/awssdk/");
        return isSdk ? SDK.matcher(name).matches() : ITS_NEEDS.matcher(name).matches();
    }
}
