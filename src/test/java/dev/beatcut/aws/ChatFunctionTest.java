package dev.beatcut.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Waking the function chat, by the SDK's own client. */
class ChatFunctionTest {

    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:chat:live";

    private final FakeAws aws = new FakeAws("1.1");
    private final LambdaClient client = aws.client(LambdaClient.builder(), Duration.ofSeconds(5));
    private final ChatFunction chat = new ChatFunction(() -> client, FUNCTION, new ObjectMapper());

    @AfterEach
    void stop() {
        client.close();
        aws.close();
    }

    @Test
    void it_is_invoked_without_waiting_and_told_whose_session_it_is() {
        aws.invocations(aResponse().withStatus(202));

        chat.wake("maria", "ses_1");

        assertThat(aws.invoked()).singleElement().satisfies(call -> {
            assertThat(call.getUrl()).contains("function%3Achat%3Alive/invocations");
            assertThat(call.getHeader("X-Amz-Invocation-Type")).isEqualTo("Event");
            assertThat(call.getBodyAsString()).isEqualTo("{\"owner\":\"maria\",\"sessionId\":\"ses_1\",\"wake\":true}");
        });
    }

    @Test
    void a_wake_up_that_is_lost_is_no_failure_of_the_turn() {
        aws.invocations(aResponse().withStatus(429).withHeader("x-amzn-ErrorType", "TooManyRequestsException"));
        chat.wake("maria", "ses_1");
        aws.invocations(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        chat.wake("maria", "ses_1");
        assertThat(aws.invoked()).isNotEmpty();
    }
}
