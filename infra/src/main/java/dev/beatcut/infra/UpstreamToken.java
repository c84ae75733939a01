package dev.beatcut.infra;

import java.util.Optional;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/** The secret that holds NEMO_TOKEN; where none is named, every owner has an anonymous token of the upstream. */
final class UpstreamToken {

    private final Optional<String> name;
    private final Optional<ISecret> secret;
    private final Optional<IKey> key;

    /** @param key ARN of the customer's key that it is encrypted with; empty: Secrets Manager's own */
    UpstreamToken(Construct scope, Optional<String> name, Optional<String> key) {
        this.name = name;
        this.key = key.map(arn -> Key.fromKeyArn(scope, "UpstreamTokenKey", arn));
        this.secret = name.map(existing -> Secret.fromSecretNameV2(scope, "UpstreamToken", existing));
    }

    Optional<String> name() {
        return name;
    }

    void grantRead(IGrantable reader) {
        secret.ifPresent(one -> one.grantRead(reader));
        key.ifPresent(one -> one.grantDecrypt(reader));
    }
}
