package dev.beatcut.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.scheduler.IScheduleTarget;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.ScheduleTargetInput;
import software.amazon.awscdk.services.scheduler.TimeWindow;
import software.amazon.awscdk.services.scheduler.targets.LambdaInvoke;
import software.amazon.awscdk.services.scheduler.targets.SqsSendMessage;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * Calls {@code poll-renders} every half minute: EventBridge Scheduler knows no less than a minute, so every second call
 * goes through a queue that holds it back. A function that waited for it would be paid for all day.
 */
final class Clock extends Construct {

    private static final int RECEIVED = 3;

    Clock(Construct scope, DeployedFunction pollRenders, DeadLetters letters) {
        super(scope, "Clock");
        every(
                "Minute",
                LambdaInvoke.Builder.create(pollRenders.alias())
                        .input(ScheduleTargetInput.fromObject(Map.of()))
                        // The next tick comes sooner than a late one is worth.
                        .retryAttempts(0)
                        .maxEventAge(Duration.minutes(1))
                        .deadLetterQueue(letters.queue())
                        .build());
        var held = Queue.Builder.create(this, "Held")
                .deliveryDelay(Duration.seconds(30))
                .visibilityTimeout(Duration.seconds(pollRenders.duty().timeoutSeconds()))
                .retentionPeriod(Duration.minutes(15))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(letters.queue())
                        .maxReceiveCount(RECEIVED)
                        .build())
                .build();
        every(
                "HalfMinute",
                SqsSendMessage.Builder.create(held)
                        .retryAttempts(0)
                        .maxEventAge(Duration.minutes(1))
                        .deadLetterQueue(letters.queue())
                        .build());
        pollRenders
                .alias()
                .addEventSource(
                        SqsEventSource.Builder.create(held).batchSize(10).build());
    }

    private void every(String id, IScheduleTarget target) {
        Schedule.Builder.create(this, id)
                .description("Beatcut: looks for what is due")
                .schedule(ScheduleExpression.rate(Duration.minutes(1)))
                .timeWindow(TimeWindow.off())
                .target(target)
                .build();
    }
}
