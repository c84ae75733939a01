package dev.beatcut.bench.bare;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a Java function costs that reads one item from DynamoDB, by the same SDK over the same HTTP client as ours. */
public final class OneRead {

    private final DynamoDbClient client = DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private final String table = System.getenv("BEATCUT_AWS_TABLE");

    public void handle(InputStream input, OutputStream output) throws IOException {
        var wanted = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        var key = Map.of("pk", AttributeValue.fromS("bare"), "sk", AttributeValue.fromS(wanted));
        var found = client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        output.write(("{\"found\": " + found.hasItem() + "}").getBytes(StandardCharsets.UTF_8));
    }
}
