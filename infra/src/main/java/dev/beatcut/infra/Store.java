package dev.beatcut.infra;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** What is kept: the table, whose layout stands at {@code dev.beatcut.aws.DynamoTable}, and the bucket. */
final class Store extends Construct {

    private final TableV2 table;
    private final Bucket bucket;
    private final Bucket logs;

    /**
     * @param origins whose pages may put files into the bucket, none for no page
     * @param forgotten what the bucket deletes by itself
     */
    Store(Construct scope, List<String> origins, List<LifecycleRule> forgotten) {
        super(scope, "Store");
        table = TableV2.Builder.create(this, "Table")
                .partitionKey(attribute("pk", AttributeType.STRING))
                .sortKey(attribute("sk", AttributeType.STRING))
                .globalSecondaryIndexes(List.of(GlobalSecondaryIndexPropsV2.builder()
                        .indexName("due")
                        .partitionKey(attribute("ds", AttributeType.STRING))
                        .sortKey(attribute("du", AttributeType.NUMBER))
                        .projectionType(ProjectionType.KEYS_ONLY)
                        .build()))
                .billing(Billing.onDemand())
                .timeToLiveAttribute("ttl")
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        logs = bucket("AccessLogs")
                .lifecycleRules(List.of(
                        LifecycleRule.builder().expiration(Duration.days(90)).build()))
                .build();
        var rules = new ArrayList<>(forgotten);
        rules.add(LifecycleRule.builder()
                .abortIncompleteMultipartUploadAfter(Duration.days(2))
                .build());
        bucket = bucket("Bucket")
                .cors(origins.isEmpty() ? List.of() : List.of(pages(origins)))
                .lifecycleRules(rules)
                .serverAccessLogsBucket(logs)
                .build();
    }

    private static CorsRule pages(List<String> origins) {
        return CorsRule.builder()
                .allowedMethods(List.of(HttpMethods.PUT, HttpMethods.GET, HttpMethods.HEAD))
                .allowedOrigins(origins)
                .allowedHeaders(List.of("*"))
                .exposedHeaders(List.of("ETag"))
                .maxAge(3600)
                .build();
    }

    private static Attribute attribute(String name, AttributeType type) {
        return Attribute.builder().name(name).type(type).build();
    }

    private Bucket.Builder bucket(String id) {
        return Bucket.Builder.create(this, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.RETAIN);
    }

    TableV2 table() {
        return table;
    }

    Bucket bucket() {
        return bucket;
    }

    Bucket logs() {
        return logs;
    }
}
