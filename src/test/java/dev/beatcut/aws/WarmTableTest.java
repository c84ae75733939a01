package dev.beatcut.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.beatcut.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class WarmTableTest {

    private static final byte[] REFUSED =
            "{\"__type\": \"com.amazon.coral.service#UnrecognizedClientException\", \"message\": \"Who?\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private final List<String> signed = new CopyOnWriteArrayList<>();
    private final List<String> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger roleAsked = new AtomicInteger();
    private HttpServer dynamo;

    /** As DynamoDB answers whoever it does not know. */
    @BeforeEach
    void listen() throws IOException {
        dynamo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        dynamo.createContext("/", this::refuse);
        dynamo.start();
    }

    @AfterEach
    void stop() {
        dynamo.stop(0);
    }

    @Test
    void the_table_is_read_as_nobody_without_the_roles_credentials_and_no_connection_is_kept() {
        try (var used =
                client(URI.create("http://127.0.0.1:" + dynamo.getAddress().getPort()))) {
            new WarmTable(used, "beatcut").run();
        }

        assertThat(signed).isNotEmpty().allMatch(by -> by.contains("Credential=nobody/"));
        assertThat(roleAsked).hasValue(0);
        assertThat(connections).containsOnly("close");
    }

    @Test
    void a_table_that_is_out_of_reach_was_not_read() {
        try (var used = client(URI.create("http://127.0.0.1:1"))) {
            assertThatThrownBy(() -> new WarmTable(used, "beatcut").run()).isInstanceOf(Problem.class);
        }
    }

    private void refuse(HttpExchange call) throws IOException {
        signed.add(call.getRequestHeaders().getFirst("Authorization"));
        connections.add(call.getRequestHeaders().getFirst("Connection"));
        call.getRequestBody().readAllBytes();
        call.sendResponseHeaders(400, REFUSED.length);
        call.getResponseBody().write(REFUSED);
        call.close();
    }

    private DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .overrideConfiguration(calls -> calls.retryStrategy(tries -> tries.maxAttempts(1)))
                .credentialsProvider(() -> {
                    roleAsked.incrementAndGet();
                    return AwsBasicCredentials.create("role", "secret");
                })
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
