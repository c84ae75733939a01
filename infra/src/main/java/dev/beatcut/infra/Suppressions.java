package dev.beatcut.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecs.Cluster;
import software.constructs.IConstruct;

/** What cdk-nag's AwsSolutions finds and we leave as it is, each with its reason and no wider than its reason goes. */
final class Suppressions {

    private static final String IAM5 = "AwsSolutions-IAM5";

    private Suppressions() {}

    /** @param stack whose constructs are all there */
    static void add(Stack stack) {
        NagSuppressions.addStackSuppressions(
                stack,
                List.of(
                        any("AwsSolutions-SQS3", "It is the queue of dead letters itself."),
                        only(
                                "AwsSolutions-IAM4",
                                "Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited",
                                "CodeDeploy's own policy for shifting aliases of Lambda, kept by AWS."),
                        matching(
                                "/^Resource::<(Studio)?StoreBucket.*\\.Arn>\\/\\*$/g",
                                "The objects of our own buckets; their keys begin with owners whom no stack knows."),
                        matching(
                                "/^Resource::\\*$/g",
                                "X-Ray, the delivery of Step Functions' logs and ECR's sign-in know no resources."),
                        matching(
                                "/^Resource::arn:.*:secret:.*$/g",
                                "Secrets Manager ends a secret's ARN with six characters of its own."),
                        matching(
                                "/^Resource::arn:.*:execution:.*$/g",
                                "The executions of the one machine that the batch starts; their names are new every time.")));
    }

    /** What is only there with a studio. */
    static void add(StudioNetwork network, StudioTask task, Cluster cluster) {
        suppress(
                network.balancer(), any("AwsSolutions-EC23", "The studio's HTTPS is for everybody who has its token."));
        suppress(
                task.definition(),
                any("AwsSolutions-ECS2", "Names and addresses stand there; the token comes from Secrets Manager."));
        suppress(
                cluster,
                any(
                        "AwsSolutions-ECS4",
                        "CPU, memory and healthy nodes are told without Container Insights, which costs more than the"
                                + " table and the bucket."));
    }

    private static void suppress(IConstruct construct, NagPackSuppression one) {
        NagSuppressions.addResourceSuppressions(construct, List.of(one));
    }

    private static NagPackSuppression any(String rule, String reason) {
        return NagPackSuppression.builder().id(rule).reason(reason).build();
    }

    private static NagPackSuppression only(String rule, String finding, String reason) {
        return NagPackSuppression.builder()
                .id(rule)
                .reason(reason)
                .appliesTo(List.of(finding))
                .build();
    }

    private static NagPackSuppression matching(String findings, String reason) {
        return NagPackSuppression.builder()
                .id(IAM5)
                .reason(reason)
                .appliesTo(List.of(RegexAppliesTo.builder().regex(findings).build()))
                .build();
    }
}
