package dev.beatcut.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

class DeploymentTest {

    @TempDir
    Path folder;

    @Test
    void a_native_artifact_runs_without_a_runtime_on_the_architecture_it_was_built_for() {
        for (var artifact : Map.of("native", "x86_64", "native-arm64", "arm64").entrySet()) {
            var stack = Synthesised.of(
                    folder.resolve(artifact.getKey()), Map.of("artifact", artifact.getKey(), "gradual", "false"));
            var function = stack.named("AWS::Lambda::Function", "Functionscredits");
            assertThat(function.path("Runtime").asText()).isEqualTo("provided.al2023");
            assertThat(function.path("Handler").asText()).isEqualTo("bootstrap");
            assertThat(function.at("/Architectures/0").asText()).isEqualTo(artifact.getValue());
            assertThat(function.has("SnapStart")).isFalse();
            assertThat(function.at("/Environment/Variables/DISABLE_SIGNAL_HANDLERS")
                            .asText())
                    .isEqualTo("true");
            stack.nag();
            assertThat(stack.of("AWS::CodeDeploy::DeploymentGroup")).allSatisfy(group -> assertThat(
                            group.path("DeploymentConfigName").asText())
                    .contains("AllAtOnce"));
        }
    }

    @Test
    void without_an_issuer_it_says_what_to_give() {
        refused(Map.of("issuer", ""), "\"issuer\" is not set: give the issuer");
        refused(Map.of("audience", ""), "\"audience\" is not set");
        refused(Map.of("issuer", "http://id.example.com"), "http://id.example.com", "no https address");
    }

    @Test
    void a_key_is_given_by_its_arn() {
        refused(Map.of("tokenKey", "alias/mine"), "\"alias/mine\"", "arn:aws:kms:");
    }

    @Test
    void an_artifact_that_nobody_knows_or_has_built_is_said_with_what_to_do() {
        refused(Map.of("artifact", "jar"), "\"jar\"", "jvm, native, native-arm64");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Deployment.of(app(Map.of("artifact", "native")).getNode(), folder.resolve("empty")))
                .withMessageContaining("./mvnw package -Dlambda=functions -Dnative");
    }

    private void refused(Map<String, String> said, String... words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deployment.of(app(said).getNode(), Synthesised.packaged(folder)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
    }

    private static App app(Map<String, String> said) {
        var context = new HashMap<String, Object>(Synthesised.CHOSEN);
        context.putAll(said);
        return new App(AppProps.builder().context(context).build());
    }
}
