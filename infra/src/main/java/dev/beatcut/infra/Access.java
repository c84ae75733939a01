package dev.beatcut.infra;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/** What a function may do with the table, the bucket and the secret: each action and each index by its name. */
final class Access {

    private final Store store;
    private final UpstreamToken token;

    Access(Store store, UpstreamToken token) {
        this.store = store;
        this.token = token;
    }

    Map<String, String> environment() {
        var environment = new HashMap<>(Map.of(
                "BEATCUT_AWS_TABLE", store.table().getTableName(),
                "BEATCUT_AWS_BUCKET", store.bucket().getBucketName()));
        token.name().ifPresent(name -> environment.put("BEATCUT_AWS_NEMO_TOKEN_SECRET", name));
        return environment;
    }

    /** The role of one function: what it may do and nothing more, its log and its traces included. */
    Role role(Construct scope, Duty duty, ILogGroup log) {
        var role = Role.Builder.create(scope, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        var table = store.table().getTableArn();
        allow(role, List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem", "dynamodb:Query"), table);
        if (duty.due()) {
            allow(role, List.of("dynamodb:Query"), table + "/index/due");
        }
        // Without it S3 answers 403 where nothing is, which is not the same as 404.
        allow(role, List.of("s3:ListBucket"), store.bucket().getBucketArn());
        allow(role, objects(duty.objects()), store.bucket().arnForObjects("*"));
        allow(role, List.of("logs:CreateLogStream", "logs:PutLogEvents"), log.getLogGroupArn());
        allow(role, List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"), "*");
        token.grantRead(role);
        return role;
    }

    private static List<String> objects(Duty.Objects wanted) {
        return switch (wanted) {
            case READ -> List.of("s3:GetObject");
            case WRITE ->
                List.of(
                        "s3:GetObject",
                        "s3:PutObject",
                        "s3:DeleteObject",
                        "s3:AbortMultipartUpload",
                        "s3:ListMultipartUploadParts");
        };
    }

    private static void allow(Role role, List<String> actions, String resource) {
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(resource))
                .build());
    }
}
