package dev.beatcut.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeatcutStackTest {

    @TempDir
    static Path folder;

    private static final String KEY = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd";

    private static Synthesised stack;

    @BeforeAll
    static void synthesise() {
        stack = Synthesised.of(
                folder, Map.of("tokenSecret", "nemo-token", "tokenKey", KEY, "alarmEmail", "ops@example.com"));
    }

    @Test
    void cdk_nag_objects_to_nothing() {
        stack.nag();
    }

    @Test
    void the_table_is_laid_out_as_the_adapter_reads_it_and_can_be_neither_lost_nor_deleted() {
        var table = stack.of("AWS::DynamoDB::GlobalTable").findFirst().orElseThrow();
        assertThat(table.at("/KeySchema/0/AttributeName").asText()).isEqualTo("pk");
        assertThat(table.at("/KeySchema/1/AttributeName").asText()).isEqualTo("sk");
        var due = table.at("/GlobalSecondaryIndexes/0");
        assertThat(due.at("/IndexName").asText()).isEqualTo("due");
        assertThat(due.at("/KeySchema/0/AttributeName").asText()).isEqualTo("ds");
        assertThat(due.at("/KeySchema/1/AttributeName").asText()).isEqualTo("du");
        assertThat(due.at("/Projection/ProjectionType").asText()).isEqualTo("KEYS_ONLY");
        assertThat(table.at("/TimeToLiveSpecification/AttributeName").asText()).isEqualTo("ttl");
        assertThat(table.at("/BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
        var replica = table.at("/Replicas/0");
        assertThat(replica.at("/DeletionProtectionEnabled").asBoolean()).isTrue();
        assertThat(replica.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_bucket_is_private_wants_tls_forgets_half_uploads_and_takes_a_put_from_a_page() {
        var bucket = stack.named("AWS::S3::Bucket", "StoreBucket");
        assertThat(bucket.path("PublicAccessBlockConfiguration").valueStream())
                .hasSize(4)
                .allMatch(JsonNode::asBoolean);
        assertThat(bucket.at("/LifecycleConfiguration/Rules/0/AbortIncompleteMultipartUpload/DaysAfterInitiation")
                        .asInt())
                .isPositive();
        assertThat(bucket.at("/CorsConfiguration/CorsRules/0/AllowedMethods").toString())
                .contains("PUT");
        assertThat(bucket.at("/CorsConfiguration/CorsRules/0/ExposedHeaders").toString())
                .contains("ETag");
        assertThat(stack.named("AWS::S3::BucketPolicy", "StoreBucketPolicy").toString())
                .contains("\"aws:SecureTransport\":\"false\"")
                .contains("\"Deny\"");
    }

    @Test
    void no_policy_has_a_wildcard_for_an_action_or_an_index() {
        assertThat(statements()).isNotEmpty().allSatisfy(statement -> {
            assertThat(texts(statement.path("Action")))
                    .allSatisfy(action -> assertThat(action).doesNotContain("*"));
            assertThat(statement.path("Resource").toString()).doesNotContain("/index/*");
        });
    }

    @Test
    void only_the_poller_reads_the_index_of_what_is_due() {
        var readers = stack.of("AWS::IAM::Policy")
                .filter(policy -> policy.toString().contains("/index/due"))
                .map(policy -> policy.path("PolicyName").asText())
                .toList();
        assertThat(readers).singleElement().asString().contains("pollrenders");
    }

    @Test
    void alarms_may_be_told() {
        assertThat(stack.of("AWS::SNS::TopicPolicy")).isNotEmpty().allSatisfy(policy -> assertThat(
                        policy.at("/PolicyDocument/Statement").valueStream())
                .anySatisfy(statement -> assertThat(statement.toString())
                        .contains("\"Allow\"", "sns:Publish", "cloudwatch.amazonaws.com")));
    }

    @Test
    void each_function_may_read_the_token_and_decrypt_it() {
        var roles = stack.of("AWS::IAM::Policy")
                .filter(policy -> policy.path("PolicyName").asText().startsWith("Functions"));
        assertThat(roles).hasSize(10).allSatisfy(policy -> {
            assertThat(policy.toString()).contains("secretsmanager:GetSecretValue", "secret:nemo-token-");
            assertThat(policy.path("PolicyDocument").path("Statement").valueStream())
                    .anySatisfy(statement -> assertThat(statement.toString()).contains("kms:Decrypt", KEY));
        });
    }

    @Test
    void tasks_are_answered_at_the_one_machine_and_by_those_who_end_renders() {
        var answering = stack.named("AWS::IAM::Policy", "MachinesAnswering");
        assertThat(answering.toString())
                .contains("states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat")
                .contains("{\"Ref\":\"MachinesFilm");
        assertThat(answering.path("Roles")).hasSize(6);
    }

    @Test
    void whoever_takes_a_message_may_wake_chat_and_knows_its_name() {
        for (var waking : new String[] {"Functionsapi", "Functionsask"}) {
            assertThat(variables(waking).path("BEATCUT_AWS_CHAT_FUNCTION").toString())
                    .contains("FunctionschatLive");
            assertThat(stack.named("AWS::IAM::Policy", waking).toString()).contains("lambda:InvokeFunction");
        }
        assertThat(variables("Functionstimeline").has("BEATCUT_AWS_CHAT_FUNCTION"))
                .isFalse();
    }

    @Test
    void each_function_knows_its_name_its_table_its_bucket_and_how_long_it_may_run() {
        var functions = stack.of("AWS::Lambda::Function")
                .filter(function -> function.path("Description").asText().startsWith("Beatcut: "))
                .toList();
        assertThat(functions).hasSize(10).allSatisfy(function -> {
            var name = function.path("Description").asText().substring("Beatcut: ".length());
            var variables = function.at("/Environment/Variables");
            assertThat(variables.path("QUARKUS_FUNQY_EXPORT").asText("api")).isEqualTo(name);
            assertThat(variables.path("BEATCUT_FUNCTIONS_TIMEOUT").asText())
                    .isEqualTo(function.path("Timeout").asInt() + "s");
            assertThat(variables.fieldNames())
                    .toIterable()
                    .contains("BEATCUT_AWS_TABLE", "BEATCUT_AWS_BUCKET", "BEATCUT_NEMO_URL");
            assertThat(variables.path("BEATCUT_AWS_NEMO_TOKEN_SECRET").asText()).isEqualTo("nemo-token");
            assertThat(variables.toString()).doesNotContain("\"NEMO_TOKEN\"");
            assertThat(function.at("/TracingConfig/Mode").asText()).isEqualTo("Active");
            assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
            assertThat(function.path("Runtime").asText()).isEqualTo("java25");
        });
        assertThat(stack.named("AWS::Lambda::Function", "Functionsapi")
                        .path("Timeout")
                        .asInt())
                .as("API Gateway waits for 30 s")
                .isLessThan(30);
    }

    @Test
    void a_new_version_takes_over_a_tenth_at_first_and_goes_back_when_it_fails() {
        assertThat(stack.of("AWS::CodeDeploy::DeploymentGroup")).hasSize(10).allSatisfy(group -> {
            assertThat(group.path("DeploymentConfigName").asText()).contains("Canary10Percent5Minutes");
            assertThat(group.at("/AlarmConfiguration/Alarms").toString()).contains("Errors");
            assertThat(group.at("/AutoRollbackConfiguration/Events").toString()).contains("DEPLOYMENT_STOP_ON_ALARM");
        });
    }

    @Test
    void a_new_api_that_answers_with_500_goes_back_though_its_function_does_not_fail() {
        assertThat(stack.named("AWS::CodeDeploy::DeploymentGroup", "Functionsapi")
                        .at("/AlarmConfiguration/Alarms")
                        .toString())
                .contains("WatchApiBreaks");
    }

    @Test
    void what_mends_an_alarm_is_not_kept_out_by_it(@TempDir Path other) {
        var atOnce = Synthesised.of(other, Map.of("gradual", "false"));
        assertThat(atOnce.of("AWS::CodeDeploy::DeploymentGroup")).hasSize(10).allSatisfy(group -> {
            assertThat(group.path("DeploymentConfigName").asText()).contains("AllAtOnce");
            assertThat(group.at("/AlarmConfiguration/Enabled").asBoolean(true)).isFalse();
        });
    }

    @Test
    void metrics_of_routes_are_not_paid_for_where_all_calls_go_one_way() {
        assertThat(stack.of("AWS::ApiGatewayV2::Stage")
                        .findFirst()
                        .orElseThrow()
                        .at("/DefaultRouteSettings/DetailedMetricsEnabled")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void every_call_of_the_api_needs_a_token_is_throttled_and_logged_as_json_without_secrets() {
        assertThat(stack.of("AWS::ApiGatewayV2::Route")).isNotEmpty().allSatisfy(route -> {
            assertThat(route.path("AuthorizationType").asText()).isEqualTo("JWT");
            assertThat(route.path("RouteKey").asText()).doesNotContain("OPTIONS");
        });
        var authorizer = stack.of("AWS::ApiGatewayV2::Authorizer").findFirst().orElseThrow();
        assertThat(authorizer.at("/JwtConfiguration/Issuer").asText()).isEqualTo("https://id.example.com/");
        assertThat(authorizer.at("/JwtConfiguration/Audience/0").asText()).isEqualTo("beatcut");
        var stage = stack.of("AWS::ApiGatewayV2::Stage").findFirst().orElseThrow();
        assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit").asInt())
                .isPositive();
        assertThat(stage.at("/AccessLogSettings/Format").asText())
                .startsWith("{\"requestId\":\"$context.requestId\"")
                .doesNotContainIgnoringCase("authoriz")
                .doesNotContain("query");
    }

    @Test
    void the_clock_calls_the_poller_every_half_minute_and_pays_for_no_waiting() {
        assertThat(stack.of("AWS::Scheduler::Schedule")).hasSize(2).allSatisfy(clock -> {
            assertThat(clock.path("ScheduleExpression").asText()).isEqualTo("rate(1 minute)");
            assertThat(clock.at("/Target/DeadLetterConfig/Arn").toString()).contains("DeadLetters");
        });
        assertThat(stack.named("AWS::Scheduler::Schedule", "ClockMinute")
                        .at("/Target/Arn")
                        .toString())
                .contains("FunctionspollrendersLive");
        assertThat(stack.named("AWS::Scheduler::Schedule", "ClockHalfMinute")
                        .at("/Target/Arn")
                        .toString())
                .contains("ClockHeld");
        assertThat(stack.named("AWS::SQS::Queue", "ClockHeld")
                        .path("DelaySeconds")
                        .asInt())
                .isEqualTo(30);
        var mapping = stack.of("AWS::Lambda::EventSourceMapping").findFirst().orElseThrow();
        assertThat(mapping.path("EventSourceArn").toString()).contains("ClockHeld");
        assertThat(mapping.path("FunctionName").toString()).contains("FunctionspollrendersLive");
        assertThat(variables("Functionspollrenders")
                        .path("BEATCUT_FUNCTIONS_POLL")
                        .asText())
                .isEqualTo("1s");
    }

    @Test
    void the_render_of_an_execution_that_is_no_more_is_cancelled() {
        var rule = stack.of("AWS::Events::Rule").findFirst().orElseThrow();
        assertThat(rule.at("/EventPattern/detail/status").toString())
                .isEqualTo("[\"ABORTED\",\"TIMED_OUT\",\"FAILED\"]");
        assertThat(rule.at("/Targets/0/Arn").toString()).contains("FunctionscancelLive");
        assertThat(rule.at("/Targets/0/InputPath").asText()).isEqualTo("$.detail");
        assertThat(rule.at("/Targets/0/DeadLetterConfig/Arn").toString()).contains("DeadLetters");
    }

    @Test
    void every_name_in_a_state_machine_is_filled_in_and_what_is_said_is_not_logged() {
        assertThat(stack.of("AWS::StepFunctions::StateMachine")).hasSize(2).allSatisfy(machine -> {
            assertThat(machine.at("/TracingConfiguration/Enabled").asBoolean()).isTrue();
            assertThat(machine.at("/LoggingConfiguration/IncludeExecutionData").asBoolean(true))
                    .isFalse();
            assertThat(machine.at("/DefinitionSubstitutions")).isNotEmpty();
        });
    }

    @Test
    void somebody_is_told_of_failed_films_a_broken_api_and_dead_letters() {
        var alarms = stack.of("AWS::CloudWatch::Alarm").toList();
        assertThat(alarms)
                .extracting(alarm -> alarm.path("MetricName").asText())
                .contains("ApproximateNumberOfMessagesVisible", "ExecutionsFailed", "5xx");
        assertThat(alarms)
                .allSatisfy(alarm -> assertThat(alarm.path("AlarmActions")).hasSize(1));
        assertThat(stack.of("AWS::SNS::Subscription")).hasSize(1);
        assertThat(stack.of("AWS::CloudWatch::Dashboard")).hasSize(1);
    }

    @Test
    void credits_are_watched_where_the_deployment_has_an_account_to_watch(@TempDir Path other) {
        assertThat(stack.of("AWS::CloudWatch::Alarm")).anyMatch(BeatcutStackTest::watchesCredits);
        assertThat(Synthesised.of(other, Map.of()).of("AWS::CloudWatch::Alarm"))
                .isNotEmpty()
                .noneMatch(BeatcutStackTest::watchesCredits);
    }

    private static boolean watchesCredits(JsonNode alarm) {
        return alarm.toString().contains("beatcut.credits");
    }

    private static JsonNode variables(String function) {
        return stack.named("AWS::Lambda::Function", function).at("/Environment/Variables");
    }

    private static Stream<JsonNode> statements() {
        return stack.of("AWS::IAM::Policy")
                .flatMap(policy -> policy.at("/PolicyDocument/Statement").valueStream());
    }

    private static Stream<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? StreamSupport.stream(oneOrMore.spliterator(), false).map(JsonNode::asText)
                : Stream.of(oneOrMore.asText());
    }
}
