package dev.beatcut.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What the stack made for this deployment: both or neither. */
@ConfigMapping(prefix = "beatcut.aws")
public interface AwsConfig {

    /** The DynamoDB table; its layout stands at {@link DynamoTable}. */
    Optional<String> table();

    /** The private S3 bucket. */
    Optional<String> bucket();

    /** The function {@code chat}, by name or ARN, that is woken when a turn waits; unset: the sweep finds it. */
    Optional<String> chatFunction();

    /** The secret whose text is NEMO_TOKEN, by name or ARN; unset: what {@code beatcut.nemo.token} says. */
    Optional<String> nemoTokenSecret();

    /** How often a call of DynamoDB is tried before it has failed. */
    @WithDefault("8")
    int attempts();
}
