package dev.beatcut.access;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A read of DynamoDB up to the network, and no further: the SDK loads two thousand classes for its first one. It goes on a
 * thread of its own, since Lambda starts a function with two processors.
 */
final class Rehearsal {

    /** Signs what nobody receives. */
    private static final StaticCredentialsProvider NOBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("rehearsal", "rehearsal"));

    /** Read by whoever logs first, this thread or Quarkus; lines of the JDK's own are no JSON and name no request. */
    private static final String LOG_MANAGER = "java.util.logging.manager";

    private final Thread thread = Thread.ofPlatform().name("rehearsal").unstarted(Rehearsal::read);

    private Rehearsal() {}

    static Rehearsal begin() {
        System.setProperty(LOG_MANAGER, "org.jboss.logmanager.LogManager");
        var rehearsal = new Rehearsal();
        rehearsal.thread.start();
        return rehearsal;
    }

    void end() {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void read() {
        // It is what is spoken through later, and loads what TLS needs.
        UrlConnectionHttpClient.builder().build().close();
        try (var client = DynamoDbClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(NOBODY)
                .httpClient(new NoNetwork())
                .build()) {
            client.getItem(get -> get.tableName("rehearsal")
                    .key(Map.of("pk", AttributeValue.fromS("x")))
                    .consistentRead(true));
        }
    }

    /** Answers that nothing is there. */
    private static final class NoNetwork implements SdkHttpClient {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {

                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpFullResponse.builder()
                                    .statusCode(200)
                                    .build())
                            .responseBody(AbortableInputStream.create(
                                    new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
                            .build();
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    }
}
