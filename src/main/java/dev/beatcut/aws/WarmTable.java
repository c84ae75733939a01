package dev.beatcut.aws;

import dev.beatcut.snapshot.WarmUp;
import dev.beatcut.state.Key;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Reads the table, by a client like the one that is used later, but of its own: what that would keep, connections and the
 * role's credentials of this hour, goes with it.
 */
@Singleton
@IfBuildProperty(name = "quarkus.native.enabled", stringValue = "false", enableIfMissing = true)
final class WarmTable implements WarmUp {

    /** Nothing is kept here. */
    private static final Key NOWHERE = new Key("snapshot", "warm-up");

    /** As many as let the compiler see what is done often. */
    private static final int READS = 20;

    private final DynamoDbClient used;
    private final String table;
    private final Supplier<AwsCredentialsProvider> credentials;

    @Inject
    WarmTable(DynamoDbClient used, AwsConfig config) {
        this(used, config.table().orElseThrow(), () -> DefaultCredentialsProvider.builder()
                .build());
    }

    /** @param credentials that are asked for anew, and closed */
    WarmTable(DynamoDbClient used, String table, Supplier<AwsCredentialsProvider> credentials) {
        this.used = used;
        this.table = table;
        this.credentials = credentials;
    }

    @Override
    public void run() {
        var own = credentials.get();
        try (var client = like(used, own)) {
            var read = new DynamoTable(client, table, () -> UUID.randomUUID().toString());
            for (var i = 0; i < READS; i++) {
                read.get(NOWHERE, Instant.EPOCH);
            }
        } finally {
            if (own instanceof SdkAutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    private static DynamoDbClient like(DynamoDbClient other, AwsCredentialsProvider credentials) {
        var settings = other.serviceClientConfiguration();
        return DynamoDbClient.builder()
                .region(settings.region())
                .endpointOverride(settings.endpointOverride().orElse(null))
                .overrideConfiguration(settings.overrideConfiguration())
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
