package dev.beatcut.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** One node of the studio: the container of {@code infra/studio/Containerfile}, what it gets and what it may do. */
final class StudioTask extends Construct {

    static final int PORT = 8080;

    /** A node makes one film at a time and FFmpeg fills two processors; more films at once are more nodes. */
    private static final int CPU = 2048;

    /** 1.6 GB for the JVM, 0.85 GB for FFmpeg, the rest for files that are read again; two processors take no less. */
    private static final int MEMORY_MB = 4096;

    /** A film's clips lie here while it is made, of up to 500 MB each, and 4 GB of parts for the next one. */
    private static final int DISK_GB = 50;

    /** Where the container file says that everything is written. */
    private static final String FOLDER = "/var/lib/beatcut";

    private final FargateTaskDefinition definition;

    StudioTask(Construct scope, HostedStudio studio, Store store, UpstreamToken token) {
        super(scope, "Task");
        definition = FargateTaskDefinition.Builder.create(this, "Definition")
                .cpu(CPU)
                .memoryLimitMiB(MEMORY_MB)
                .ephemeralStorageGiB(DISK_GB)
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(CpuArchitecture.X86_64)
                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                        .build())
                .volumes(List.of(Volume.builder().name("folder").build()))
                .build();
        definition
                .addContainer(
                        "Studio",
                        ContainerDefinitionOptions.builder()
                                .image(studio.container(this))
                                .portMappings(List.of(PortMapping.builder()
                                        .containerPort(PORT)
                                        .build()))
                                .environment(environment(studio, store))
                                .secrets(Map.of("BEATCUT_STUDIO_TOKEN", Secret.fromSecretsManager(token.required())))
                                .readonlyRootFilesystem(true)
                                .healthCheck(health())
                                // It gives back what it is at, which takes a second.
                                .stopTimeout(Duration.seconds(60))
                                .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                                        .streamPrefix("studio")
                                        .logGroup(LogGroup.Builder.create(this, "Log")
                                                .retention(RetentionDays.ONE_MONTH)
                                                .removalPolicy(RemovalPolicy.DESTROY)
                                                .build())
                                        .build()))
                                .build())
                .addMountPoints(MountPoint.builder()
                        .sourceVolume("folder")
                        .containerPath(FOLDER)
                        .readOnly(false)
                        .build());
        allow(store);
        token.grantRead(definition.obtainExecutionRole());
    }

    private static Map<String, String> environment(HostedStudio studio, Store store) {
        return Map.of(
                "BEATCUT_AWS_TABLE", store.table().getTableName(),
                "BEATCUT_AWS_BUCKET", store.bucket().getBucketName(),
                "BEATCUT_URL", studio.url(),
                "BEATCUT_STUDIO_SHARED_PARTS", "true",
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
    }

    /** As in the container file, which ECS does not ask. */
    private static HealthCheck health() {
        return HealthCheck.builder()
                .command(List.of(
                        "CMD",
                        "bash",
                        "-c",
                        "exec 3<>/dev/tcp/127.0.0.1/" + PORT
                                + " && printf 'GET /q/health/live HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3"))
                .interval(Duration.seconds(30))
                .timeout(Duration.seconds(5))
                .startPeriod(Duration.seconds(60))
                .retries(3)
                .build();
    }

    private void allow(Store store) {
        var table = store.table().getTableArn();
        allow(List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"), table);
        allow(List.of("dynamodb:Query"), table + "/index/due");
        // Without it S3 answers 403 where nothing is, which is not the same as 404.
        allow(List.of("s3:ListBucket"), store.bucket().getBucketArn());
        allow(
                List.of("s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"),
                store.bucket().arnForObjects("*"));
    }

    private void allow(List<String> actions, String resource) {
        definition.addToTaskRolePolicy(PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(resource))
                .build());
    }

    FargateTaskDefinition definition() {
        return definition;
    }
}
