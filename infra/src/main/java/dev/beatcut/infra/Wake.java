package dev.beatcut.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** Where alarms go: a topic, and whoever is told by e-mail. */
final class Wake extends Construct {

    private final SnsAction action;

    Wake(Construct scope, Deployment deployment) {
        super(scope, "Wake");
        var topic = Topic.Builder.create(this, "Alarms").enforceSsl(true).build();
        // With a policy of its own a topic no longer lets everybody of the account publish.
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                .build());
        deployment.alarmEmail().ifPresent(address -> topic.addSubscription(new EmailSubscription(address)));
        action = new SnsAction(topic);
    }

    SnsAction action() {
        return action;
    }
}
