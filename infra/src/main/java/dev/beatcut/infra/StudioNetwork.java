package dev.beatcut.infra;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * Where the studio's nodes stand: in public subnets, since they fetch what callers name by URL, and a NAT gateway in each
 * zone would cost more than a public address. Nobody reaches them but the load balancer. Table and bucket are reached
 * inside AWS, by gateways that cost nothing.
 */
final class StudioNetwork extends Construct {

    private final Vpc vpc;
    private final SecurityGroup balancer;
    private final SecurityGroup nodes;

    StudioNetwork(Construct scope, int port) {
        super(scope, "Network");
        vpc = Vpc.Builder.create(this, "Vpc")
                .maxAzs(2)
                .natGateways(0)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("Public")
                        .subnetType(SubnetType.PUBLIC)
                        .cidrMask(24)
                        .build()))
                .build();
        gateway("Bucket", GatewayVpcEndpointAwsService.S3);
        gateway("Table", GatewayVpcEndpointAwsService.DYNAMODB);
        vpc.addFlowLog(
                "Refused",
                FlowLogOptions.builder()
                        .trafficType(FlowLogTrafficType.REJECT)
                        .destination(FlowLogDestination.toCloudWatchLogs(LogGroup.Builder.create(this, "Refusals")
                                .retention(RetentionDays.ONE_WEEK)
                                .removalPolicy(RemovalPolicy.DESTROY)
                                .build()))
                        .build());
        balancer = group("BalancerGroup", "Beatcut studio: callers");
        balancer.addIngressRule(Peer.anyIpv4(), Port.HTTPS, "HTTPS");
        nodes = group("NodeGroup", "Beatcut studio: nodes");
        nodes.addIngressRule(balancer, Port.tcp(port), "The load balancer");
    }

    private void gateway(String id, GatewayVpcEndpointAwsService service) {
        vpc.addGatewayEndpoint(
                id, GatewayVpcEndpointOptions.builder().service(service).build());
    }

    private SecurityGroup group(String id, String description) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .build();
    }

    Vpc vpc() {
        return vpc;
    }

    SecurityGroup balancer() {
        return balancer;
    }

    SecurityGroup nodes() {
        return nodes;
    }
}
