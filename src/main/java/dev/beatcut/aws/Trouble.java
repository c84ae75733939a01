package dev.beatcut.aws;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What it means that a call of AWS failed in spite of all its tries ({@link Retries}). */
final class Trouble {

    private static final Duration PASSES = Duration.ofSeconds(5);

    private Trouble() {}

    /**
     * @param store such as {@code the table "beatcut"}
     * @return a problem that a caller may try again, or an error that tells the operator what to mend
     */
    static RuntimeException with(String store, SdkException failed) {
        if (isDiskFull(failed)) {
            return new Problem(
                    ProblemCode.STORAGE_FULL,
                    "The disk here has no room for a copy of what is kept.",
                    "Use fewer or smaller files at once, or try again when other work is done.",
                    failed);
        }
        if (passes(failed)) {
            return new Problem(
                    ProblemCode.STORAGE_UNAVAILABLE,
                    "What is kept here cannot be reached: the store is too busy or does not answer.",
                    "Try again in a few seconds; the same Idempotency-Key makes sure that nothing is done twice.",
                    PASSES,
                    failed);
        }
        return new IllegalStateException(
                "AWS refuses " + store + ": " + failed.getMessage() + ". Check that it exists in this region and that"
                        + " these credentials may use it.",
                failed);
    }

    /** The SDK tells it as a connection that broke, which passes; this does not while the work waits for it. */
    private static boolean isDiskFull(SdkException failed) {
        return Stream.iterate((Throwable) failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("No space left"));
    }

    private static boolean passes(SdkException failed) {
        return switch (failed) {
            case TransactionConflictException elsewhere -> true;
            case SdkServiceException told ->
                told.isThrottlingException() || told.isRetryableException() || told.statusCode() >= 500;
            case ApiCallTimeoutException late -> true;
            case ApiCallAttemptTimeoutException late -> true;
            case AbortedException interrupted -> true;
            default -> failed.getCause() instanceof IOException;
        };
    }
}
