package dev.beatcut.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.StackProps;

/** What the CDK's command line runs; see {@code cdk.json}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        var app = new App();
        try {
            new BeatcutStack(
                    app,
                    "Beatcut",
                    Deployment.of(app.getNode(), Path.of("..")),
                    StackProps.builder().build());
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
        Aspects.of(app).add(new AwsSolutionsChecks());
        app.synth();
    }
}
