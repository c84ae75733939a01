package dev.beatcut.aws;

import dev.beatcut.state.Table;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB for tests: a process of its own, in memory, started by the first who asks and ended with this JVM. Whoever
 * wants a table takes a new one, so nobody has to clean up:
 *
 * <pre>
 * Table table = DynamoDbLocal.table();             // a DynamoTable over an empty table
 *
 * var name = DynamoDbLocal.newTable();             // the same in parts, such as for a server of one's own:
 * DynamoDbLocal.uri();                             // quarkus.dynamodb.endpoint-override
 * new DynamoTable(DynamoDbLocal.client(), name, ...);
 * </pre>
 */
public final class DynamoDbLocal {

    /** Test classes may be loaded more than once in a JVM, by Quarkus; the process is the same. */
    private static final String RUNNING = "beatcut.test.dynamodb";

    /** Any will do; each would have tables of its own, were it not for {@code -sharedDb}. */
    static final StaticCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    private DynamoDbLocal() {}

    public static synchronized URI uri() {
        if (System.getProperty(RUNNING) == null) {
            System.setProperty(
                    RUNNING,
                    OwnProcess.java("dynamodb", (folder, port) -> arguments(port))
                            .uri()
                            .toString());
        }
        return URI.create(System.getProperty(RUNNING));
    }

    public static DynamoDbClient client() {
        return client(calls -> {});
    }

    static DynamoDbClient client(Consumer<ClientOverrideConfiguration.Builder> calls) {
        return DynamoDbClient.builder()
                .overrideConfiguration(calls)
                .endpointOverride(uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(ANYBODY)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** @return the name of a new, empty table */
    public static String newTable() {
        var name = "t" + UUID.randomUUID();
        try (var client = client()) {
            TableDefinition.create(client, name);
        }
        return name;
    }

    public static Table table() {
        return new DynamoTable(client(), newTable(), () -> UUID.randomUUID().toString());
    }

    private static List<String> arguments(int port) {
        var jars = new Jars().dynamoDbLocal();
        var natives = jars.stream()
                .filter(jar -> !jar.toString().endsWith(".jar"))
                .map(Path::getParent)
                .distinct();
        return List.of(
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Djava.library.path=" + joined(natives),
                "-cp",
                joined(jars.stream().filter(jar -> jar.toString().endsWith(".jar"))),
                "software.amazon.dynamodb.services.local.main.ServerRunner",
                "-inMemory",
                "-sharedDb",
                "-disableTelemetry",
                "-port",
                String.valueOf(port));
    }

    private static String joined(Stream<Path> paths) {
        return paths.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
