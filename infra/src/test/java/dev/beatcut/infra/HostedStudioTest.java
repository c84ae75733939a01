package dev.beatcut.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

class HostedStudioTest {

    private static final Path CONTAINERFILE = Path.of("studio", "Containerfile");
    private static final String KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";
    private static final Map<String, String> CHOSEN = Map.of(
            "tokenSecret", "nemo-token",
            "tokenKey", KEY,
            "alarmEmail", "ops@example.com",
            "studio", "studio.example.com",
            "studioCertificate", "arn:aws:acm:eu-west-1:123456789012:certificate/abc",
            "studioImage", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/beatcut-studio:1");

    private static final String FFMPEG = "org.bytedeco.ffmpeg-8.0.1-1.5.13-linux-x86_64-gpl.jar";

    @TempDir
    static Path folder;

    private static Synthesised stack;

    @BeforeAll
    static void synthesise() {
        stack = Synthesised.of(folder, CHOSEN);
    }

    @Test
    void cdk_nag_objects_to_nothing() {
        stack.nag();
    }

    @Test
    void without_the_option_nothing_of_it_is_there(@TempDir Path other) {
        var without = Synthesised.of(other, Map.of("tokenSecret", "nemo-token"));
        for (var type : List.of(
                "AWS::ECS::Service",
                "AWS::EC2::VPC",
                "AWS::ElasticLoadBalancingV2::LoadBalancer",
                "AWS::EC2::Subnet")) {
            assertThat(without.of(type)).as(type).isEmpty();
        }
        assertThat(without.of("AWS::S3::Bucket")).hasSize(2);
        assertThat(without.of("AWS::DynamoDB::GlobalTable")).hasSize(1);
    }

    @Test
    void the_functions_upstream_is_the_studio_and_both_have_the_same_token() {
        assertThat(stack.of("AWS::Lambda::Function")
                        .filter(function ->
                                function.path("Description").asText().startsWith("Beatcut: "))
                        .map(function -> function.at("/Environment/Variables/BEATCUT_NEMO_URL")
                                .asText()))
                .hasSize(10)
                .containsOnly("https://studio.example.com");
        var secret = container().at("/Secrets/0");
        assertThat(secret.path("Name").asText()).isEqualTo("BEATCUT_STUDIO_TOKEN");
        assertThat(secret.path("ValueFrom").toString()).contains(":secret:nemo-token");
    }

    @Test
    void two_nodes_work_a_broken_version_goes_back_and_more_come_when_they_are_busy() {
        var service = only("AWS::ECS::Service");
        assertThat(service.has("DesiredCount"))
                .as("a new version leaves as many as there are")
                .isFalse();
        assertThat(service.at("/DeploymentConfiguration/MinimumHealthyPercent").asInt())
                .isEqualTo(100);
        assertThat(service.at("/DeploymentConfiguration/DeploymentCircuitBreaker")
                        .toString())
                .isEqualTo("{\"Enable\":true,\"Rollback\":true}");
        var scaling = only("AWS::ApplicationAutoScaling::ScalableTarget");
        assertThat(scaling.path("MinCapacity").asInt()).isEqualTo(2);
        assertThat(scaling.path("MaxCapacity").asInt()).isGreaterThan(2);
        assertThat(only("AWS::EC2::VPC")).isNotNull();
        assertThat(stack.of("AWS::EC2::Subnet")).hasSize(2);
    }

    @Test
    void a_node_is_what_the_container_file_runs_on_and_writes_where_that_says() throws IOException {
        var task = only("AWS::ECS::TaskDefinition");
        assertThat(task.at("/RuntimePlatform/CpuArchitecture").asText()).isEqualTo("X86_64");
        assertThat(task.at("/EphemeralStorage/SizeInGiB").asInt()).isGreaterThan(20);
        var node = container();
        assertThat(node.path("ReadonlyRootFilesystem").asBoolean()).isTrue();
        assertThat(node.path("StopTimeout").asInt()).isPositive();
        var file = Files.readString(CONTAINERFILE);
        assertThat(file)
                .contains("VOLUME [\"" + node.at("/MountPoints/0/ContainerPath").asText() + "\"]")
                .contains("EXPOSE " + node.at("/PortMappings/0/ContainerPort").asText());
        var check = node.at("/HealthCheck/Command").get(3).asText();
        assertThat(file.replace("\\\\", "\\").replace("$QUARKUS_HTTP_PORT", "8080"))
                .contains(check);
    }

    @Test
    void nobody_reaches_a_node_but_the_load_balancer_which_asks_for_https_and_lets_the_wire_through_alone() {
        assertThat(stack.of("AWS::EC2::SecurityGroup")
                        .flatMap(group -> group.path("SecurityGroupIngress").valueStream())
                        .map(rule -> rule.path("FromPort").asInt()))
                .containsExactly(443);
        var inside = only("AWS::EC2::SecurityGroupIngress");
        assertThat(inside.path("SourceSecurityGroupId").toString()).contains("BalancerGroup");
        var listener = only("AWS::ElasticLoadBalancingV2::Listener");
        assertThat(listener.path("Protocol").asText()).isEqualTo("HTTPS");
        assertThat(listener.at("/DefaultActions/0/FixedResponseConfig/StatusCode")
                        .asText())
                .isEqualTo("404");
        assertThat(only("AWS::ElasticLoadBalancingV2::ListenerRule")
                        .at("/Conditions/0/PathPatternConfig/Values")
                        .toString())
                .isEqualTo("[\"/api/*\",\"/run_sse\",\"/studio/media/*\",\"/studio/films/*\"]");
        assertThat(only("AWS::ElasticLoadBalancingV2::TargetGroup")
                        .path("HealthCheckPath")
                        .asText())
                .isEqualTo("/q/health/live");
    }

    @Test
    void table_and_bucket_are_reached_inside_aws_and_no_nat_gateway_is_paid() {
        assertThat(stack.of("AWS::EC2::VPCEndpoint")).hasSize(2).allSatisfy(endpoint -> assertThat(
                        endpoint.path("VpcEndpointType").asText())
                .isEqualTo("Gateway"));
        assertThat(stack.of("AWS::EC2::NatGateway")).isEmpty();
    }

    @Test
    void a_node_reaches_the_studios_table_and_bucket_and_not_the_backends() {
        var policy = stack.named("AWS::IAM::Policy", "StudioTaskDefinitionTaskRole");
        assertThat(policy.toString())
                .contains("StudioStoreTable", "StudioStoreBucket", "/index/due", "s3:AbortMultipartUpload")
                .doesNotContain("\"StoreTable", "\"StoreBucket");
        assertThat(stack.of("AWS::IAM::Policy")
                        .filter(other -> other.path("PolicyName").asText().startsWith("Functions")))
                .isNotEmpty()
                .noneMatch(other -> other.toString().contains("StudioStore"));
        assertThat(policy.at("/PolicyDocument/Statement").valueStream())
                .allSatisfy(statement ->
                        assertThat(texts(statement.path("Action"))).noneMatch(action -> action.contains("*")));
    }

    @Test
    void the_balancer_waits_until_it_may_write_its_log() {
        assertThat(stack.dependencies("AWS::ElasticLoadBalancingV2::LoadBalancer"))
                .anyMatch(name -> name.startsWith("StudioStoreAccessLogsPolicy"));
    }

    @Test
    void nobody_is_told_of_credits_that_are_not_spent() {
        assertThat(stack.of("AWS::CloudWatch::Alarm")).isNotEmpty().noneMatch(alarm -> alarm.toString()
                .contains("beatcut.credits"));
    }

    @Test
    void the_token_of_a_key_of_ones_own_is_decrypted_when_a_node_starts() {
        assertThat(stack.named("AWS::IAM::Policy", "StudioTaskDefinitionExecutionRole")
                        .toString())
                .contains("secretsmanager:GetSecretValue", "kms:Decrypt", KEY);
    }

    @Test
    void the_studios_bucket_forgets_parts_of_films_and_no_page_puts_anything_there() {
        var bucket = stack.named("AWS::S3::Bucket", "StudioStoreBucket");
        assertThat(bucket.at("/LifecycleConfiguration/Rules/0/Prefix").asText()).isEqualTo("studio/parts/");
        assertThat(bucket.at("/LifecycleConfiguration/Rules/0/ExpirationInDays").asInt())
                .isPositive();
        assertThat(bucket.has("CorsConfiguration")).isFalse();
    }

    @Test
    void somebody_is_told_when_nodes_are_missing_break_or_have_too_much_to_do() {
        assertThat(stack.of("AWS::CloudWatch::Alarm")
                        .filter(alarm -> alarm.path("AlarmActions").toString().contains("StudioWatch"))
                        .map(alarm -> alarm.path("MetricName").asText()))
                .containsExactlyInAnyOrder("HealthyHostCount", "HTTPCode_Target_5XX_Count", "CPUUtilization");
    }

    @Test
    void an_image_of_ones_own_registry_may_be_pulled() {
        assertThat(container().path("Image").toString()).contains("beatcut-studio:1");
        assertThat(stack.named("AWS::IAM::Policy", "StudioTaskDefinitionExecutionRole")
                        .toString())
                .contains("ecr:BatchGetImage", "repository/beatcut-studio");
    }

    @Test
    void without_an_image_it_is_built_from_the_container_file_and_what_was_packaged(@TempDir Path root)
            throws IOException {
        Files.createDirectories(root.resolve("infra/studio"));
        Files.copy(CONTAINERFILE, root.resolve("infra/studio/Containerfile"));
        Files.createDirectories(root.resolve("target/quarkus-app/lib/main"));
        Files.writeString(root.resolve("target/quarkus-app/quarkus-run.jar"), "server");
        Files.writeString(
                root.resolve("target/quarkus-app/lib/main/org.bytedeco.ffmpeg-8.0-macosx-arm64.jar"), "other");
        Files.writeString(root.resolve("secret.txt"), "not for the image");

        refused(
                root,
                chosen("studioImage", ""),
                "FFmpeg for Linux x86-64 is not there",
                "-Djavacpp.platform=linux-x86_64");
        Files.writeString(root.resolve("target/quarkus-app/lib/main/" + FFMPEG), "library");

        Synthesised.of(root, chosen("studioImage", "")).nag();

        try (var staged = Files.walk(root.resolve("cdk.out"))) {
            assertThat(staged.filter(Files::isRegularFile)
                            .map(path -> path.getFileName().toString()))
                    .contains("Containerfile", "quarkus-run.jar", FFMPEG)
                    .doesNotContain("secret.txt");
        }
    }

    @Test
    void what_a_studio_lacks_is_said_with_what_to_do() {
        refused(chosen("studio", "https://studio.example.com"), "no host name", "studio.example.com");
        refused(chosen("studioCertificate", ""), "\"studioCertificate\" is not set");
        refused(chosen("studioCertificate", "abc"), "\"abc\" is no ARN");
        refused(chosen("tokenSecret", ""), "\"tokenSecret\" is not set", "the studio");
        refused(chosen("nemoUrl", "https://nemo.example.com"), "https://nemo.example.com", "leave one out");
        refused(chosen("studioImage", ""), "./mvnw package -DskipTests", "studioImage");
        refused(chosen("studio", ""), "\"studio\" is not set");
    }

    private static void refused(Map<String, String> said, String... words) {
        refused(folder, said, words);
    }

    private static void refused(Path root, Map<String, String> said, String... words) {
        var context = new HashMap<String, Object>(Synthesised.CHOSEN);
        context.putAll(said);
        var app = new App(AppProps.builder().context(context).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deployment.of(app.getNode(), Synthesised.packaged(root)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
    }

    private static Map<String, String> chosen(String name, String value) {
        var other = new HashMap<>(CHOSEN);
        other.put(name, value);
        return other;
    }

    private static JsonNode container() {
        return only("AWS::ECS::TaskDefinition").at("/ContainerDefinitions/0");
    }

    private static JsonNode only(String type) {
        var found = stack.of(type).toList();
        assertThat(found).as(type).hasSize(1);
        return found.getFirst();
    }

    private static Stream<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? StreamSupport.stream(oneOrMore.spliterator(), false).map(JsonNode::asText)
                : Stream.of(oneOrMore.asText());
    }
}
