package dev.beatcut.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the stack made for this deployment. */
@ConfigMapping(prefix = "beatcut.aws")
public interface AwsConfig {

    /** The DynamoDB table; its layout stands at {@link DynamoTable}. */
    @WithDefault("beatcut")
    String table();

    @WithDefault("beatcut")
    String bucket();
}
