package dev.beatcut.infra;

import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** A function, the alias by which it is called, and the way from one version to the next. */
final class DeployedFunction extends Construct {

    private static final String FUNQY = "dev.beatcut.start.FunctionHandler::handleRequest";
    private static final String HTTP = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    private final Duty duty;
    private final Function function;
    private final Alias alias;
    private final Alarm errors;
    private final LambdaDeploymentGroup rollout;

    DeployedFunction(
            Construct scope,
            Duty duty,
            Deployment deployment,
            Map<String, String> environment,
            Access access,
            Rollouts rollouts,
            DeadLetters letters) {
        super(scope, duty.name());
        this.duty = duty;
        var artifact = deployment.artifact();
        var isApi = duty.equals(Duty.API);
        var log = LogGroup.Builder.create(this, "Logs")
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        function = Function.Builder.create(this, "Function")
                .description("Beatcut: " + duty.name())
                .runtime(artifact.runtime())
                .architecture(artifact.architecture())
                .snapStart(artifact.snapStart())
                .handler(artifact.handler(isApi ? HTTP : FUNQY))
                .code(Code.fromAsset((isApi ? deployment.apiZip() : deployment.functionsZip()).toString()))
                .memorySize(duty.memory() * artifact.memoryMb())
                .timeout(Duration.seconds(duty.timeoutSeconds()))
                .environment(environment)
                .tracing(Tracing.ACTIVE)
                .loggingFormat(LoggingFormat.JSON)
                .logGroup(log)
                .role(access.role(this, duty, log))
                .build();
        Annotations.of(function)
                .acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish", "The alias publishes each version.");
        alias = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(function.getCurrentVersion())
                .retryAttempts(duty.due() ? 0 : 2)
                .maxEventAge(duty.due() ? Duration.minutes(1) : Duration.hours(1))
                // A tick that failed is made up for by the next one.
                .onFailure(duty.due() ? null : new SqsDestination(letters.queue()))
                .build();
        errors = errors();
        rollout = rollouts.add(this, alias, errors);
    }

    private Alarm errors() {
        return Alarm.Builder.create(this, "Errors")
                .alarmDescription("The function " + duty.name() + " fails in a way that nobody expects.")
                .metric(alias.metricErrors(MetricOptions.builder()
                        .period(Duration.minutes(1))
                        .statistic("Sum")
                        .build()))
                // The clock calls twice a minute: every minute of three is one too many.
                .threshold(duty.due() ? 1 : 5)
                .evaluationPeriods(5)
                .datapointsToAlarm(duty.due() ? 3 : 1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }

    /** What else tells that a new version is no good. */
    void goBackOn(Alarm alarm) {
        rollout.addAlarm(alarm);
    }

    Duty duty() {
        return duty;
    }

    Function function() {
        return function;
    }

    Alias alias() {
        return alias;
    }

    Alarm errorsAlarm() {
        return errors;
    }
}
