package dev.beatcut.aws;

import dev.beatcut.objects.Objects;
import dev.beatcut.state.Fallback;
import dev.beatcut.state.Table;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Where everything is kept: on AWS if a table and a bucket are configured, else where the shape itself can keep it. */
@Singleton
public class Aws {

    private final AwsConfig config;

    Aws(AwsConfig config) {
        this.config = config;
    }

    void check(@Observes @Priority(1) StartupEvent started, @Fallback Instance<Table> own) {
        check(own.isResolvable());
    }

    /**
     * Half a configuration would keep half of it where nobody looks for it.
     *
     * @param own whether this shape can keep things by itself
     */
    void check(boolean own) {
        var given = "BEATCUT_AWS_TABLE is " + said(config.table().orElse(null)) + ", BEATCUT_AWS_BUCKET is "
                + said(config.bucket().orElse(null)) + ": ";
        if (config.table().isPresent() != config.bucket().isPresent()) {
            throw new IllegalStateException(given + "set both to keep everything on AWS"
                    + (own ? ", or neither to keep it on this machine." : "."));
        }
        if (!isChosen() && !own) {
            throw new IllegalStateException(given + "set both; here nothing can be kept but on AWS.");
        }
    }

    private static String said(String value) {
        return value == null ? "not set" : "\"" + value + "\"";
    }

    private boolean isChosen() {
        return config.table().isPresent() && config.bucket().isPresent();
    }

    @Produces
    @Singleton
    Table table(Instance<DynamoTable> dynamo, @Fallback Instance<Table> own) {
        return isChosen() ? dynamo.get() : own.get();
    }

    @Produces
    @Singleton
    Objects objects(Instance<S3Objects> s3, @Fallback Instance<Objects> own) {
        return isChosen() ? s3.get() : own.get();
    }

    @Produces
    @Singleton
    DynamoDbClient client(DynamoDbClientBuilder client) {
        var calls = client.overrideConfiguration().toBuilder().retryStrategy(Retries.upTo(config.attempts()));
        return client.overrideConfiguration(calls.build()).build();
    }

    @Produces
    @Singleton
    @Typed(DynamoTable.class)
    DynamoTable dynamo(DynamoDbClient client) {
        return new DynamoTable(
                client, config.table().orElseThrow(), () -> UUID.randomUUID().toString());
    }

    @Produces
    @Singleton
    @Typed(S3Objects.class)
    S3Objects s3(S3Client client, S3Presigner presigner) {
        return new S3Objects(client, presigner, config.bucket().orElseThrow());
    }
}
