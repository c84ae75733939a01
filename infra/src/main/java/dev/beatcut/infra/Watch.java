package dev.beatcut.infra;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.constructs.Construct;

/** What is looked at, and what wakes somebody. */
final class Watch extends Construct {

    private static final Duration FIVE_MINUTES = Duration.minutes(5);

    private static final String TURNS = "beatcut.turn.duration";
    private static final String RENDERS = "beatcut.render.duration";
    private static final String RENDER_AGE = "beatcut.render.age";
    private static final String UPSTREAM_ERRORS = "beatcut.upstream.errors";
    private static final String CREDITS = "beatcut.credits";
    private static final String GIVEN_UP = "beatcut.announcement.given_up";
    private static final String DUE = "beatcut.due";

    /** Exports take minutes, a long queue upstream some ten of them; after a day the backend gives one up. Seconds. */
    static final int OLDEST_RENDER = 3600;

    /** A few fail by what was asked for; so many at once have one cause. In five minutes. */
    static final int FAILED_TURNS = 10;

    /**
     * One call that breaks is tried again; so many are an upstream that is down, or does not want us. In five
     * minutes.
     */
    static final int UPSTREAM_FAILURES = 20;

    /** An edit costs about 4: with 25 of them left there is time to buy more. */
    static final int CREDITS_LEFT = 100;

    /** What an upstream is at fault for: refusals of what a caller asks for are not among these. */
    static final List<String> UPSTREAM_AT_FAULT =
            List.of("5xx", "429", "unreachable", "timed_out", "unreadable", "cut");

    private final SnsAction wake;
    private final OwnMetrics own = new OwnMetrics();

    Watch(
            Construct scope,
            Deployment deployment,
            Functions functions,
            Gateway gateway,
            Machines machines,
            DeadLetters letters) {
        super(scope, "Watch");
        wake = new Wake(this, deployment).action();
        var waiting = inFive(letters.queue().metricApproximateNumberOfMessagesVisible());
        var failedFilms = inFive(machines.film().metricFailed());
        var broken = inFive(gateway.stage().metricServerError());
        alarm("DeadLettersWait", waiting, 1, "An event could not be handled; it lies in the queue of dead letters.");
        alarm("FilmsFail", failedFilms, 10, "Ten films or more failed in five minutes.");
        // An answer with a 5xx is none of the function's errors.
        functions
                .api()
                .goBackOn(alarm("ApiBreaks", broken, 10, "Ten calls or more of the API got a 5xx in five minutes."));
        ownAlarms();
        // With a studio of one's own nothing is paid for, and without a token of one's own there is no account to
        // watch.
        if (deployment.studio().isEmpty() && deployment.tokenSecret().isPresent()) {
            creditsRunOut();
        }
        functions.all().forEach(one -> one.errorsAlarm().addAlarmAction(wake));
        Dashboard.Builder.create(this, "Dashboard")
                .widgets(List.of(
                        work(),
                        upstream(),
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
                                graph("Due", each(DUE, "Maximum", "kind")))))
                .build();
    }

    private void ownAlarms() {
        alarm("RenderIsOld", oldest(), OLDEST_RENDER, "An export has not ended for an hour or more.");
        alarm("TurnsFail", failedTurns(), FAILED_TURNS, "Ten turns or more failed in five minutes.");
        alarm(
                "UpstreamFails",
                upstreamFailures(),
                UPSTREAM_FAILURES,
                "Twenty calls or more of the upstream failed in five minutes: it is down, or limits us.");
        alarm(
                "TasksAreNotTold",
                own.of(GIVEN_UP, "Sum", Map.of("destination", "TASK")),
                1,
                "A state machine waits for an end of which it could not be told.");
        alarm(
                "NobodyLooks",
                own.of(DUE, "SampleCount", Map.of("kind", "all")),
                1,
                ComparisonOperator.LESS_THAN_THRESHOLD,
                TreatMissingData.BREACHING,
                "Nobody has looked at what is due for five minutes: exports stand still.");
    }

    private void creditsRunOut() {
        alarm(
                "CreditsRunOut",
                credits(),
                CREDITS_LEFT,
                ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
                // Nothing is told between two looks, nor while nobody can be asked.
                TreatMissingData.IGNORE,
                "The upstream account of this deployment has few credits left.");
    }

    private List<IWidget> work() {
        return List.of(
                graph("Turns", each(TURNS, "SampleCount", "outcome")),
                graph("Exports", each(RENDERS, "SampleCount", "end")),
                graph("Oldest unfinished export, s", oldest()));
    }

    private List<IWidget> upstream() {
        return List.of(
                graph("Upstream errors by code", each(UPSTREAM_ERRORS, "Sum", "code")),
                graph("Upstream, ms", each("beatcut.upstream.duration", "p95", "endpoint")),
                graph("Credits left", credits()));
    }

    private IMetric oldest() {
        return own.of(RENDER_AGE, "Maximum", Map.of());
    }

    private IMetric failedTurns() {
        return own.of(TURNS, "SampleCount", Map.of("outcome", "FAILED"));
    }

    private IMetric credits() {
        return own.of(CREDITS, "Minimum", Map.of());
    }

    private IMetric upstreamFailures() {
        var codes = UPSTREAM_AT_FAULT.stream().collect(Collectors.toMap(code -> "c" + code, code ->
                (IMetric) own.of(UPSTREAM_ERRORS, "Sum", Map.of("code", code))));
        var sum = codes.keySet().stream().sorted().map("FILL(%s, 0)"::formatted).collect(Collectors.joining(" + "));
        return MathExpression.Builder.create()
                .expression(sum)
                .usingMetrics(codes)
                .label("failures")
                .period(FIVE_MINUTES)
                .build();
    }

    private IMetric[] each(String name, String statistic, String dimension) {
        Function<String, IMetric> of = value -> own.of(name, statistic, Map.of(dimension, value));
        return own.values(name, dimension).stream().map(of).toArray(IMetric[]::new);
    }

    private static IMetric inFive(Metric metric) {
        return metric.with(MetricOptions.builder().period(FIVE_MINUTES).build());
    }

    private Alarm alarm(String id, IMetric metric, int threshold, String description) {
        return alarm(
                id,
                metric,
                threshold,
                ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                TreatMissingData.NOT_BREACHING,
                description);
    }

    private Alarm alarm(
            String id,
            IMetric metric,
            int threshold,
            ComparisonOperator than,
            TreatMissingData silence,
            String description) {
        var alarm = Alarm.Builder.create(this, id)
                .alarmDescription(description)
                .metric(metric)
                .threshold(threshold)
                .evaluationPeriods(1)
                .comparisonOperator(than)
                .treatMissingData(silence)
                .build();
        alarm.addAlarmAction(wake);
        return alarm;
    }

    private static GraphWidget graph(String title, IMetric... metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.of(metrics))
                .width(8)
                .build();
    }
}
