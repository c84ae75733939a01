package dev.beatcut.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * The way in: HTTPS, for functions outside and for the links to films. An API gateway would end an upload at 10 MB and a
 * stream after 30 s.
 */
final class StudioDoor extends Construct {

    /** NemoVideo's wire and the links; health and metrics stay inside. */
    private static final List<String> PATHS = List.of("/api/*", "/run_sse", "/studio/media/*", "/studio/films/*");

    private static final String LOGS = "studio-calls";

    private final ApplicationLoadBalancer balancer;
    private final ApplicationTargetGroup nodes;

    StudioDoor(Construct scope, HostedStudio studio, StudioNetwork network, Store store, FargateService service) {
        super(scope, "Door");
        balancer = ApplicationLoadBalancer.Builder.create(this, "Balancer")
                .vpc(network.vpc())
                .vpcSubnets(
                        SubnetSelection.builder().subnetType(SubnetType.PUBLIC).build())
                .internetFacing(true)
                .securityGroup(network.balancer())
                .dropInvalidHeaderFields(true)
                // A file of 500 MB is looked at and stored before there is an answer.
                .idleTimeout(Duration.minutes(5))
                .build();
        logCalls(store);
        nodes = listener(studio)
                .addTargets(
                        "Nodes",
                        AddApplicationTargetsProps.builder()
                                .priority(1)
                                .conditions(List.of(ListenerCondition.pathPatterns(PATHS)))
                                .port(StudioTask.PORT)
                                .protocol(ApplicationProtocol.HTTP)
                                .targets(List.of(service))
                                // An upload of 500 MB is let through.
                                .deregistrationDelay(Duration.minutes(5))
                                .healthCheck(HealthCheck.builder()
                                        .path("/q/health/live")
                                        .interval(Duration.seconds(15))
                                        .healthyThresholdCount(2)
                                        .build())
                                .build());
    }

    private ApplicationListener listener(HostedStudio studio) {
        return balancer.addListener(
                "Https",
                BaseApplicationListenerProps.builder()
                        .port(443)
                        .protocol(ApplicationProtocol.HTTPS)
                        .certificates(List.of(ListenerCertificate.fromArn(studio.certificate())))
                        .sslPolicy(SslPolicy.RECOMMENDED_TLS)
                        .open(false)
                        .defaultAction(ListenerAction.fixedResponse(
                                404,
                                FixedResponseOptions.builder()
                                        .contentType("application/json")
                                        .messageBody("{\"code\":404,\"message\":\"There is nothing here.\"}")
                                        .build()))
                        .build());
    }

    /** By hand: the CDK's own way wants to know the region when the stack is made. */
    private void logCalls(Store store) {
        balancer.setAttribute("access_logs.s3.enabled", "true");
        balancer.setAttribute("access_logs.s3.bucket", store.logs().getBucketName());
        balancer.setAttribute("access_logs.s3.prefix", LOGS);
        store.logs()
                .addToResourcePolicy(PolicyStatement.Builder.create()
                        .principals(List.of(new ServicePrincipal("logdelivery.elasticloadbalancing.amazonaws.com")))
                        .actions(List.of("s3:PutObject"))
                        .resources(List.of(store.logs().arnForObjects(LOGS + "/AWSLogs/*")))
                        .build());
        // It tries to write as soon as it is told to.
        balancer.getNode().addDependency(store.logs().getPolicy());
    }

    ApplicationLoadBalancer balancer() {
        return balancer;
    }

    ApplicationTargetGroup nodes() {
        return nodes;
    }
}
