package dev.beatcut.aws;

import dev.beatcut.snapshot.WarmUp;
import dev.beatcut.state.Key;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Reads the table as nobody, by a client like the one that is used later: DynamoDB refuses to answer, and all of the way
 * there and back has been gone. The role's credentials would stay: the SDK keeps what it has signed with.
 */
@Singleton
@IfBuildProperty(name = "quarkus.native.enabled", stringValue = "false", enableIfMissing = true)
final class WarmTable implements WarmUp {

    private static final StaticCredentialsProvider NOBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nobody"));

    private static final Key NOWHERE = new Key("snapshot", "warm-up");

    /** As many as let the compiler see what is done often. */
    private static final int READS = 20;

    private final DynamoDbClient used;
    private final String table;

    @Inject
    WarmTable(DynamoDbClient used, AwsConfig config) {
        this(used, config.table().orElse(null));
    }

    /** @param table null for none: then the start has said so */
    WarmTable(DynamoDbClient used, String table) {
        this.used = used;
        this.table = table;
    }

    @Override
    public void run() {
        if (table == null) {
            return;
        }
        try (var client = like(used)) {
            var read = new DynamoTable(client, table, () -> UUID.randomUUID().toString());
            for (var i = 0; i < READS; i++) {
                read(read);
            }
        }
    }

    private static void read(DynamoTable table) {
        try {
            table.get(NOWHERE, Instant.EPOCH);
        } catch (IllegalStateException refused) {
            if (!(refused.getCause() instanceof AwsServiceException)) {
                throw refused;
            }
        }
    }

    /** Java keeps a connection for the next client, though its own is closed, unless the other end was told to close it. */
    private static DynamoDbClient like(DynamoDbClient other) {
        var settings = other.serviceClientConfiguration();
        return DynamoDbClient.builder()
                .region(settings.region())
                .endpointOverride(settings.endpointOverride().orElse(null))
                .overrideConfiguration(settings.overrideConfiguration().toBuilder()
                        .putHeader("Connection", "close")
                        .build())
                .credentialsProvider(NOBODY)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
