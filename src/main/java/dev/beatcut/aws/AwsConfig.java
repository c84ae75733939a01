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

    /** How often a call of DynamoDB is tried before it has failed. */
    @WithDefault("8")
    int attempts();
}
