package dev.beatcut.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where every event goes that nobody could handle: wake-ups, ticks of the clock, cancellations. */
final class DeadLetters {

    private final Queue queue;

    DeadLetters(Construct scope) {
        queue = Queue.Builder.create(scope, "DeadLetters")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
    }

    Queue queue() {
        return queue;
    }
}
