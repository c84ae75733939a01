package dev.beatcut.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** What is looked at, and what wakes somebody. */
final class Watch extends Construct {

    private static final Duration FIVE_MINUTES = Duration.minutes(5);

    private final SnsAction wake;

    Watch(
            Construct scope,
            Deployment deployment,
            Functions functions,
            Gateway gateway,
            Machines machines,
            DeadLetters letters) {
        super(scope, "Watch");
        wake = new SnsAction(topic(deployment));
        var waiting = letters.queue().metricApproximateNumberOfMessagesVisible();
        var failedFilms = machines.film().metricFailed();
        var broken = gateway.stage().metricServerError();
        alarm("DeadLettersWait", waiting, 1, "An event could not be handled; it lies in the queue of dead letters.");
        alarm("FilmsFail", failedFilms, 10, "Ten films or more failed in five minutes.");
        alarm("ApiBreaks", broken, 10, "Ten calls or more of the API got a 5xx in five minutes.");
        functions.all().forEach(one -> one.errorsAlarm().addAlarmAction(wake));
        Dashboard.Builder.create(this, "Dashboard")
                .widgets(List.of(
                        List.<IWidget>of(
                                graph(
                                        "Films failed, timed out",
                                        failedFilms,
                                        machines.film().metricTimedOut()),
                                graph("API 5xx, 4xx", broken, gateway.stage().metricClientError()),
                                graph("API, ms", gateway.stage().metricLatency())),
                        List.<IWidget>of(
                                graph("Dead letters", waiting),
                                graph(
                                        "poll-renders, ms",
                                        functions.pollRenders().alias().metricDuration()),
                                graph("API, ms", gateway.stage().metricLatency()))))
                .build();
    }

    private Topic topic(Deployment deployment) {
        var topic = Topic.Builder.create(this, "Alarms").enforceSsl(true).build();
        deployment.alarmEmail().ifPresent(address -> topic.addSubscription(new EmailSubscription(address)));
        return topic;
    }

    private void alarm(String id, Metric metric, int threshold, String description) {
        Alarm.Builder.create(this, id)
                .alarmDescription(description)
                .metric(metric.with(MetricOptions.builder().period(FIVE_MINUTES).build()))
                .threshold(threshold)
                .evaluationPeriods(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build()
                .addAlarmAction(wake);
    }

    private static GraphWidget graph(String title, IMetric... metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.of(metrics))
                .width(8)
                .build();
    }
}
