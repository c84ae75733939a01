package dev.beatcut.infra;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.LambdaApplication;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** How a new version takes over: a tenth of the calls first, and back if they fail. */
final class Rollouts {

    private final LambdaApplication application;
    private final Role role;
    private final boolean gradual;

    Rollouts(Construct scope, Deployment deployment) {
        application = new LambdaApplication(scope, "Rollouts");
        role = Role.Builder.create(scope, "RolloutRole")
                .assumedBy(new ServicePrincipal("codedeploy.amazonaws.com"))
                .managedPolicies(List.of(
                        ManagedPolicy.fromAwsManagedPolicyName("service-role/AWSCodeDeployRoleForLambdaLimited")))
                .build();
        gradual = deployment.gradual();
    }

    LambdaDeploymentGroup add(Construct scope, Alias alias, Alarm errors) {
        return LambdaDeploymentGroup.Builder.create(scope, "Rollout")
                .application(application)
                .role(role)
                .alias(alias)
                .deploymentConfig(
                        gradual
                                ? LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES
                                : LambdaDeploymentConfig.ALL_AT_ONCE)
                .alarms(List.of(errors))
                // An alarm that is on would keep out what mends it.
                .ignoreAlarmConfiguration(!gradual)
                .autoRollback(AutoRollbackConfig.builder()
                        .failedDeployment(true)
                        .stoppedDeployment(true)
                        .deploymentInAlarm(true)
                        .build())
                .build();
    }
}
