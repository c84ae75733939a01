package dev.beatcut.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/**
 * The studio on Fargate, for a team. It has a table and a bucket of its own: backend and studio meet only on the wire, so
 * neither's role reaches what the other keeps, and nobody looks through what is due at the other.
 */
final class StudioNodes extends Construct {

    /** One may die, or be replaced, and films go on. */
    private static final int NODES = 2;

    private static final int MOST_NODES = 6;

    /** A node that makes a film is at 80 % or more, one that has none near 0. */
    private static final int BUSY_PERCENT = 60;

    private final String address;

    StudioNodes(Construct scope, HostedStudio studio, Deployment deployment, UpstreamToken token) {
        super(scope, "Studio");
        var store = new Store(
                this,
                List.of(),
                List.of(
                        gone("studio/parts/", Duration.days(7)),
                        // Whoever wants a film for longer has fetched it, as the functions do.
                        gone("studio/films/", Duration.days(30))));
        var network = new StudioNetwork(this, StudioTask.PORT);
        var task = new StudioTask(this, studio, store, token);
        var cluster = Cluster.Builder.create(this, "Cluster").vpc(network.vpc()).build();
        Suppressions.add(network, task, cluster);
        var service = service(network, task, cluster);
        var door = new StudioDoor(this, studio, network, store, service);
        service.autoScaleTaskCount(EnableScalingProps.builder()
                        .minCapacity(NODES)
                        .maxCapacity(MOST_NODES)
                        .build())
                .scaleOnCpuUtilization(
                        "Busy",
                        CpuUtilizationScalingProps.builder()
                                .targetUtilizationPercent(BUSY_PERCENT)
                                .scaleInCooldown(Duration.minutes(15))
                                .build());
        new StudioWatch(this, deployment, service, door);
        address = door.balancer().getLoadBalancerDnsName();
    }

    /** What the studio's name has to lead to (CNAME). */
    String address() {
        return address;
    }

    private static LifecycleRule gone(String prefix, Duration after) {
        return LifecycleRule.builder().prefix(prefix).expiration(after).build();
    }

    private FargateService service(StudioNetwork network, StudioTask task, Cluster cluster) {
        return FargateService.Builder.create(this, "Service")
                .cluster(cluster)
                .taskDefinition(task.definition())
                .minHealthyPercent(100)
                .maxHealthyPercent(200)
                .circuitBreaker(
                        DeploymentCircuitBreaker.builder().rollback(true).build())
                .healthCheckGracePeriod(Duration.minutes(2))
                .vpcSubnets(
                        SubnetSelection.builder().subnetType(SubnetType.PUBLIC).build())
                .assignPublicIp(true)
                .securityGroups(List.of(network.nodes()))
                .build();
    }
}
