package dev.beatcut.aws;

import dev.beatcut.announce.Outcome;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a failed call of the SDK means for whoever was to be told by it. A message of AWS may quote what was sent. */
final class SdkOutcome {

    private SdkOutcome() {}

    static Outcome never(String why, AwsServiceException refused) {
        return new Outcome.GivenUp(refused.statusCode(), why + ": " + code(refused) + ".");
    }

    /** Throttled, out of order, out of reach, not allowed: all of which may change. */
    static Outcome later(SdkException failed) {
        return failed instanceof AwsServiceException answered
                ? new Outcome.Failed(answered.statusCode(), code(answered) + ".", null)
                : new Outcome.Failed(null, failed.getClass().getSimpleName() + ".", null);
    }

    private static String code(AwsServiceException refused) {
        return refused.awsErrorDetails() == null || refused.awsErrorDetails().errorCode() == null
                ? "HTTP " + refused.statusCode()
                : refused.awsErrorDetails().errorCode();
    }
}
