package dev.beatcut.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.beatcut.announce.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Answering tasks of Step Functions, by the SDK's own client. */
class StepFunctionsTest {

    private static final String SUCCESS = "AWSStepFunctions.SendTaskSuccess";
    private static final String FAILURE = "AWSStepFunctions.SendTaskFailure";
    private static final String HEARTBEAT = "AWSStepFunctions.SendTaskHeartbeat";
    private static final String TOKEN = "AAAAKgAAAAIAAAAAAAAAAS+secret/token==";

    private final FakeAws aws = new FakeAws("1.0");
    private final SfnClient client = aws.client(SfnClient.builder());
    private final StepFunctions tasks = new StepFunctions(() -> client);

    @AfterEach
    void stop() {
        client.close();
        aws.close();
    }

    private Map<?, ?> sent(String target) throws Exception {
        var requests = aws.requests(target);
        return new ObjectMapper().readValue(requests.getLast().getBody(), Map.class);
    }

    @Test
    void success_carries_the_token_and_the_output() throws Exception {
        aws.answers(SUCCESS, aws.ok("{}"));
        assertThat(tasks.success(TOKEN, "{\"id\":\"rnd_1\"}")).isEqualTo(new Outcome.Delivered(null));
        assertThat(sent(SUCCESS)).isEqualTo(Map.of("taskToken", TOKEN, "output", "{\"id\":\"rnd_1\"}"));
    }

    @Test
    void failure_carries_error_and_cause() throws Exception {
        aws.answers(FAILURE, aws.ok("{}"));
        assertThat(tasks.failure(TOKEN, "RenderFailed", "It failed. Try again."))
                .isEqualTo(new Outcome.Delivered(null));
        assertThat(sent(FAILURE))
                .isEqualTo(Map.of("taskToken", TOKEN, "error", "RenderFailed", "cause", "It failed. Try again."));
    }

    @Test
    void a_heartbeat_carries_the_token() throws Exception {
        aws.answers(HEARTBEAT, aws.ok("{}"));
        assertThat(tasks.alive(TOKEN)).isEqualTo(new Outcome.Delivered(null));
        assertThat(sent(HEARTBEAT)).isEqualTo(Map.of("taskToken", TOKEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TaskTimedOut",
                "TaskDoesNotExist",
                "InvalidToken",
                "com.amazonaws.swf.service.v2.model#TaskTimedOut"
            })
    void a_task_that_waits_no_more_is_given_up_with_the_reason_and_asked_once(String code) {
        aws.answers(SUCCESS, aws.error(400, code));
        assertThat(tasks.success(TOKEN, "{}"))
                .isEqualTo(new Outcome.GivenUp(
                        400, "No task waits any more: " + code.substring(code.indexOf('#') + 1) + "."));
        assertThat(aws.requests(SUCCESS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidOutput", "ValidationException"})
    void what_step_functions_will_never_take_is_given_up(String code) {
        aws.answers(SUCCESS, aws.error(400, code));
        assertThat(tasks.success(TOKEN, "{}")).isInstanceOf(Outcome.GivenUp.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException",
        "500, InternalFailure",
        "503, ServiceUnavailable",
        "400, AccessDeniedException",
        "400, ExpiredTokenException"
    })
    void throttling_outages_and_missing_rights_are_failures_to_be_tried_again(int status, String code) {
        aws.answers(SUCCESS, aws.error(status, code));
        assertThat(tasks.success(TOKEN, "{}")).isEqualTo(new Outcome.Failed(status, code + ".", null));
    }

    @Test
    void what_the_sdk_tries_again_by_itself_and_then_succeeds_is_delivered() {
        aws.answers(SUCCESS, aws.error(400, "ThrottlingException"), aws.ok("{}"));
        assertThat(tasks.success(TOKEN, "{}")).isEqualTo(new Outcome.Delivered(null));
        assertThat(aws.requests(SUCCESS)).hasSize(2);
    }

    @Test
    void no_answer_in_time_is_a_failure() {
        aws.answers(SUCCESS, aws.ok("{}").withFixedDelay(60_000));
        try (var hasty = aws.client(SfnClient.builder(), Duration.ofMillis(100))) {
            var outcome = new StepFunctions(() -> hasty).success(TOKEN, "{}");
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                    .containsIgnoringCase("timeout"));
        }
    }

    @Test
    void a_broken_connection_is_a_failure() {
        aws.answers(SUCCESS, aws.ok("{}").withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(tasks.success(TOKEN, "{}")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void no_region_or_credentials_are_a_failure_when_somebody_is_told_and_not_before() {
        var nowhere = new StepFunctions(new Lazily<>(() -> {
            throw SdkClientException.create("Unable to load region");
        }));
        assertThat(nowhere.success(TOKEN, "{}")).isEqualTo(new Outcome.Failed(null, "SdkClientException.", null));
    }

    @Test
    void what_aws_quotes_of_the_request_is_in_no_reason() {
        aws.answers(SUCCESS, aws.error(400, "InvalidToken"));
        aws.answers(FAILURE, aws.error(500, "InternalFailure"));
        assertThat(tasks.success(TOKEN, "{}").toString() + tasks.failure(TOKEN, "e", "c"))
                .doesNotContain("secret", TOKEN);
    }
}
