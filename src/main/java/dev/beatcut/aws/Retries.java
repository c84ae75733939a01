package dev.beatcut.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * How often a call of AWS is tried: after throttling, a timeout, a broken connection, a 5xx, or a transaction in the
 * way, with growing random pauses. A table on demand that grows throttles for seconds; hence the many tries. When most
 * calls fail, the SDK's token bucket stops trying again.
 */
final class Retries {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration FIRST_WHEN_THROTTLED = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private Retries() {}

    static StandardRetryStrategy upTo(int attempts) {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(attempts)
                .backoffStrategy(BackoffStrategy.exponentialDelay(FIRST, LONGEST))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(FIRST_WHEN_THROTTLED, LONGEST))
                .retryOnException(TransactionConflictException.class)
                .build();
    }
}
