package dev.beatcut.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.ScheduleTargetInput;
import software.amazon.awscdk.services.scheduler.TimeWindow;
import software.amazon.awscdk.services.scheduler.targets.LambdaInvoke;
import software.constructs.Construct;

/** Calls {@code poll-renders} every minute, which looks twice in it: EventBridge Scheduler knows nothing shorter. */
final class Clock {

    Clock(Construct scope, DeployedFunction pollRenders, DeadLetters letters) {
        Schedule.Builder.create(scope, "Clock")
                .description("Beatcut: looks for what is due")
                .schedule(ScheduleExpression.rate(Duration.minutes(1)))
                .timeWindow(TimeWindow.off())
                .target(LambdaInvoke.Builder.create(pollRenders.alias())
                        .input(ScheduleTargetInput.fromObject(Map.of()))
                        // The next tick comes sooner than a late one is worth.
                        .retryAttempts(0)
                        .maxEventAge(Duration.minutes(1))
                        .deadLetterQueue(letters.queue())
                        .build())
                .build();
    }
}
