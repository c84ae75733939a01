package dev.beatcut.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * S3 for tests: a process of its own that keeps objects in a temporary folder, started by the first who asks and ended
 * with this JVM. It
 * checks every signature. Whoever wants a bucket takes a new one:
 *
 * <pre>
 * Objects objects = S3Proxy.objects();             // an S3Objects over an empty bucket
 *
 * var bucket = S3Proxy.newBucket();                // the same in parts, such as for a server of one's own:
 * S3Proxy.uri();                                   // quarkus.s3.endpoint-override, with quarkus.s3.path-style-access=true
 * </pre>
 */
public final class S3Proxy {

    /** Test classes may be loaded more than once in a JVM, by Quarkus; the process is the same. */
    private static final String RUNNING = "beatcut.test.s3";

    private S3Proxy() {}

    public static synchronized URI uri() {
        if (System.getProperty(RUNNING) == null) {
            System.setProperty(
                    RUNNING, OwnProcess.java("s3", S3Proxy::arguments).uri().toString());
        }
        return URI.create(System.getProperty(RUNNING));
    }

    public static S3Client client() {
        return S3Client.builder()
                .endpointOverride(uri())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(DynamoDbLocal.ANYBODY)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public static S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(uri())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .region(Region.US_EAST_1)
                .credentialsProvider(DynamoDbLocal.ANYBODY)
                .build();
    }

    /** @return the name of a new, empty bucket */
    public static String newBucket() {
        var name = "b" + UUID.randomUUID();
        try (var client = client()) {
            client.createBucket(bucket -> bucket.bucket(name));
        }
        return name;
    }

    public static S3Objects objects() {
        return new S3Objects(client(), presigner(), newBucket());
    }

    private static List<String> arguments(Path folder, int port) throws IOException {
        var kept = Files.createDirectory(folder.resolve("objects"));
        var properties = Files.writeString(folder.resolve("properties"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=test
                s3proxy.credential=test
                jclouds.provider=filesystem
                jclouds.filesystem.basedir=%s
                """.formatted(port, kept));
        return List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-jar",
                new Jars().s3Proxy().getFirst().toString(),
                "--properties",
                properties.toString());
    }
}
