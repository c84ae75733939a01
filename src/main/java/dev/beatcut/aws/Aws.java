package dev.beatcut.aws;

import dev.beatcut.objects.Objects;
import dev.beatcut.state.Table;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The adapters of this room, put together for the Lambda artifacts; the server has the laptop's. */
@IfBuildProperty(name = "beatcut.adapters", stringValue = "aws")
class Aws {

    @Produces
    @Singleton
    Table table(DynamoDbClient client, AwsConfig config) {
        return new DynamoTable(client, config.table(), () -> UUID.randomUUID().toString());
    }

    @Produces
    @Singleton
    Objects objects(S3Client client, S3Presigner presigner, AwsConfig config) {
        return new S3Objects(client, presigner, config.bucket());
    }
}
