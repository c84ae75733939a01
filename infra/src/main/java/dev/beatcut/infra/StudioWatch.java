package dev.beatcut.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.constructs.Construct;

/** What wakes somebody who keeps a studio. */
final class StudioWatch extends Construct {

    /** A little below what a node that makes a film is at. */
    private static final int ALL_BUSY_PERCENT = 75;

    private final SnsAction wake;

    StudioWatch(Construct scope, Deployment deployment, FargateService service, StudioDoor door) {
        super(scope, "Watch");
        wake = new Wake(this, deployment).action();
        var healthy = door.nodes().getMetrics().healthyHostCount(over(Duration.minutes(5), "Minimum"));
        alarm("NodesMissing", healthy, ComparisonOperator.LESS_THAN_THRESHOLD, 2, 2, "Fewer than two nodes work.")
                .treatMissingData(TreatMissingData.BREACHING)
                .build()
                .addAlarmAction(wake);
        var broken = door.nodes()
                .getMetrics()
                .httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, over(Duration.minutes(5), "Sum"));
        atLeast("StudioBreaks", broken, 10, 1, "Ten calls or more of the studio got a 5xx in five minutes.");
        var busy = service.metricCpuUtilization(over(Duration.minutes(15), "Average"));
        atLeast(
                "FilmsWait",
                busy,
                ALL_BUSY_PERCENT,
                4,
                "All nodes were busy for an hour: films wait, and more nodes are needed.");
    }

    private void atLeast(String id, IMetric metric, int threshold, int periods, String description) {
        alarm(id, metric, ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD, threshold, periods, description)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build()
                .addAlarmAction(wake);
    }

    private Alarm.Builder alarm(
            String id, IMetric metric, ComparisonOperator how, int threshold, int periods, String description) {
        return Alarm.Builder.create(this, id)
                .alarmDescription(description)
                .metric(metric)
                .comparisonOperator(how)
                .threshold(threshold)
                .evaluationPeriods(periods);
    }

    private static MetricOptions over(Duration period, String statistic) {
        return MetricOptions.builder().period(period).statistic(statistic).build();
    }
}
