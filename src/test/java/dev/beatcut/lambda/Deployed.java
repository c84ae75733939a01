package dev.beatcut.lambda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One cloud and one studio for all tests of the packaged functions: each function starts once. */
final class Deployed implements ParameterResolver {

    /** What stands until the last test is over. */
    private record Everything(Path folder, Studio studio, Cloud cloud) implements AutoCloseable {

        static Everything started() {
            try {
                var folder = Files.createTempDirectory("beatcut-cloud");
                var studio = new Studio(folder);
                var more = Map.of(
                        "BEATCUT_NEMO_URL", studio.uri().toString(),
                        "BEATCUT_FUNCTIONS_POLL", "1s",
                        "BEATCUT_CHAT_FOUND_AFTER", "3s");
                return new Everything(folder, studio, new Cloud(folder, more));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() throws IOException {
            cloud.close();
            studio.close();
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cloud.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Deployed.class))
                .computeIfAbsent(Everything.class, first -> Everything.started(), Everything.class)
                .cloud();
    }
}
