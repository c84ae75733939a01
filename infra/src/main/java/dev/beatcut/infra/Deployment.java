package dev.beatcut.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import software.constructs.Node;

/**
 * What is chosen when the stack is made: {@code -c name=value}, or {@code cdk.json}.
 *
 * @param artifact what the functions are built as
 * @param functionsZip the packaged functions
 * @param apiZip the packaged REST API
 * @param nemoUrl of the upstream: the NemoVideo cloud or a hosted studio
 * @param issuer of the tokens that callers bring, https
 * @param audience that such a token must name
 * @param origins whose pages may put files into the bucket and call the API
 * @param tokenSecret name of the secret that holds NEMO_TOKEN; empty: every owner has an anonymous token
 * @param tokenKey ARN of the customer's KMS key that this secret is encrypted with; empty: AWS's own
 * @param alarmEmail who is told of an alarm; empty: nobody
 * @param gradual whether a new version takes over step by step
 */
record Deployment(
        Artifact artifact,
        Path functionsZip,
        Path apiZip,
        String nemoUrl,
        String issuer,
        List<String> audience,
        List<String> origins,
        Optional<String> tokenSecret,
        Optional<String> tokenKey,
        Optional<String> alarmEmail,
        boolean gradual) {

    private static final String PACKAGE = "Package it first: ./mvnw package -Dlambda=%s%s.";

    /**
     * @param root of the project, where the artifacts were packaged
     * @throws IllegalArgumentException if something was left out, is not understood or was not built
     */
    static Deployment of(Node context, Path root) {
        var artifact = Artifact.of(said(context, "artifact").orElse("jvm"));
        return new Deployment(
                artifact,
                packaged(root, "functions", artifact),
                packaged(root, "api", artifact),
                said(context, "nemoUrl").orElse("https://mega-api-prod.nemovideo.ai"),
                issuer(required(
                        context, "issuer", "the issuer of your callers' tokens, such as https://id.example.com/")),
                listed(required(context, "audience", "the audience that the tokens name")),
                listed(said(context, "origins").orElse("*")),
                said(context, "tokenSecret"),
                said(context, "tokenKey").map(Deployment::key),
                said(context, "alarmEmail"),
                said(context, "gradual").map(Boolean::valueOf).orElse(true));
    }

    private static Optional<String> said(Node context, String name) {
        return Optional.ofNullable(context.tryGetContext(name))
                .map(Object::toString)
                .filter(value -> !value.isBlank());
    }

    private static String required(Node context, String name, String what) {
        return said(context, name)
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is not set: give " + what
                        + ", with -c " + name + "=... or in infra/cdk.json."));
    }

    private static String issuer(String said) {
        if (!said.startsWith("https://")) {
            throw new IllegalArgumentException(
                    "The issuer \"" + said + "\" is no https address: give it as it stands in the tokens' claim iss.");
        }
        return said;
    }

    private static String key(String said) {
        if (!said.matches("arn:aws[a-z-]*:kms:[^:]+:\\d{12}:key/.+")) {
            throw new IllegalArgumentException("The key \"" + said + "\" is no ARN of a KMS key: give it as"
                    + " arn:aws:kms:REGION:ACCOUNT:key/ID; leave it out for a secret under AWS's own key.");
        }
        return said;
    }

    private static List<String> listed(String said) {
        return List.of(said.split("\\s*,\\s*"));
    }

    private static Path packaged(Path root, String shape, Artifact artifact) {
        var zip = root.resolve("target-" + shape).resolve("function.zip");
        if (!Files.isRegularFile(zip)) {
            throw new IllegalArgumentException(
                    zip + " is not there. " + PACKAGE.formatted(shape, artifact == Artifact.JVM ? "" : " -Dnative"));
        }
        return zip;
    }
}
