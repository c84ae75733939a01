package dev.beatcut.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/** The state machines of {@code infra/statemachine}, and what happens to a render whose execution is no more. */
final class Machines extends Construct {

    /** In one order: the same input is the same template. */
    private static final Map<String, Duty> CALLED = new TreeMap<>(Map.of(
            "OpenSessionFunction", Duty.OPEN_SESSION,
            "UploadFunction", Duty.UPLOAD,
            "ChatFunction", Duty.CHAT,
            "ExportFunction", Duty.EXPORT));

    private final StateMachine film;
    private final StateMachine batch;

    Machines(Construct scope, Functions functions, DeadLetters letters) {
        super(scope, "Machines");
        film = machine("Film", "film", arns(functions));
        CALLED.values().forEach(duty -> functions.of(duty).alias().grantInvoke(film));
        batch = machine("Batch", "batch", Map.of("FilmMachine", film.getStateMachineArn()));
        letBatchRunFilms();
        letAnswer(functions);
        cancelWhatNobodyWaitsFor(functions.of(Duty.CANCEL), letters);
    }

    private static Map<String, String> arns(Functions functions) {
        return CALLED.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        called -> functions.of(called.getValue()).alias().getFunctionArn()));
    }

    private StateMachine machine(String id, String file, Map<String, String> names) {
        return StateMachine.Builder.create(this, id)
                .definitionBody(DefinitionBody.fromFile("statemachine/" + file + ".asl.json"))
                .definitionSubstitutions(names)
                .tracingEnabled(true)
                .logs(LogOptions.builder()
                        .destination(LogGroup.Builder.create(this, id + "Logs")
                                // Step Functions' log policy is short of room for names that do not begin so.
                                .logGroupName("/aws/vendedlogs/states/" + Names.uniqueId(this) + id)
                                .retention(RetentionDays.ONE_MONTH)
                                .removalPolicy(RemovalPolicy.DESTROY)
                                .build())
                        .level(LogLevel.ALL)
                        // Inputs have what people say, and links to their files.
                        .includeExecutionData(false)
                        .build())
                .build();
    }

    /** What {@code startExecution.sync:2} needs, in AWS's own words. */
    private void letBatchRunFilms() {
        film.grantStartExecution(batch);
        film.grantExecution(batch, "states:DescribeExecution", "states:StopExecution");
        batch.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("events:PutTargets", "events:PutRule", "events:DescribeRule"))
                .resources(List.of(Stack.of(this)
                        .formatArn(ArnComponents.builder()
                                .service("events")
                                .resource("rule")
                                .resourceName("StepFunctionsGetEventsForStepFunctionsExecutionRule")
                                .build())))
                .build());
    }

    /** A policy of its own: as a part of the functions' roles it would need the machine before them, and they it. */
    private void letAnswer(Functions functions) {
        var answering = functions.all().stream()
                .filter(one -> one.duty().answers())
                .map(DeployedFunction::function)
                .map(Function::getRole)
                .toList();
        Policy.Builder.create(this, "Answering")
                .roles(answering)
                .statements(List.of(PolicyStatement.Builder.create()
                        .actions(
                                List.of("states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"))
                        .resources(List.of(film.getStateMachineArn()))
                        .build()))
                .build();
    }

    private void cancelWhatNobodyWaitsFor(DeployedFunction cancel, DeadLetters letters) {
        Rule.Builder.create(this, "NobodyWaits")
                .description("Beatcut: cancels the render that an execution no longer waits for")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.states"))
                        .detailType(List.of("Step Functions Execution Status Change"))
                        .detail(Map.of(
                                "stateMachineArn", List.of(film.getStateMachineArn()),
                                "status", List.of("ABORTED", "TIMED_OUT", "FAILED")))
                        .build())
                .targets(List.of(LambdaFunction.Builder.create(cancel.alias())
                        .event(RuleTargetInput.fromEventPath("$.detail"))
                        .retryAttempts(10)
                        .maxEventAge(Duration.hours(24))
                        .deadLetterQueue(letters.queue())
                        .build()))
                .build();
    }

    StateMachine film() {
        return film;
    }

    StateMachine batch() {
        return batch;
    }
}
