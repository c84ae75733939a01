package dev.beatcut.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB behind a line on which things go wrong. */
class DynamoTroubleTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Key KEY = new Key("session/local", "s1");
    private static final int ATTEMPTS = 4;
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration IMPATIENT = Duration.ofMillis(400);
    private static final int LATE = 1000;

    private final WireMockServer line = new WireMockServer(options().dynamicPort());
    private final String name = DynamoDbLocal.newTable();
    private final Table local = table(DynamoDbLocal.client());
    private final Table table;

    DynamoTroubleTest() {
        line.start();
        line.stubFor(any(anyUrl()).willReturn(through()));
        table = through(PATIENT);
    }

    private Table through(Duration patience) {
        return table(DynamoDbClient.builder()
                .endpointOverride(URI.create(line.baseUrl()))
                .region(Region.US_EAST_1)
                .credentialsProvider(DynamoDbLocal.ANYBODY)
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(
                        calls -> calls.retryStrategy(Retries.upTo(ATTEMPTS)).apiCallAttemptTimeout(patience))
                .build());
    }

    @AfterEach
    void hangUp() {
        line.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ThrottlingException",
                "ProvisionedThroughputExceededException",
                "RequestLimitExceeded",
                "TransactionConflictException"
            })
    void what_is_throttled_is_tried_again(String error) {
        first(3, refused(error));

        table.put(Item.of(KEY, "1"), Expected.absent(), NOW);

        assertThat(local.get(KEY, NOW)).isPresent();
        assertThat(calls()).isEqualTo(ATTEMPTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void a_failure_over_there_is_tried_again(int status) {
        local.put(Item.of(KEY, "1"), Expected.absent(), NOW);
        first(2, aResponse().withStatus(status).withBody("{}"));

        assertThat(table.get(KEY, NOW)).isPresent();
        assertThat(calls()).isEqualTo(3);
    }

    @Test
    void a_line_that_breaks_is_used_again() {
        first(2, aResponse().withFault(Fault.EMPTY_RESPONSE));

        table.put(Item.of(KEY, "1"), Expected.absent(), NOW);

        assertThat(calls()).as("none that nobody knows of").isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThrottlingException", "ProvisionedThroughputExceededException", "InternalServerError"})
    void what_stays_is_a_problem_that_says_what_to_do(String error) {
        first(100, refused(error).withStatus(error.startsWith("Internal") ? 500 : 400));

        assertThatThrownBy(() -> table.put(Item.of(KEY, "1"), Expected.absent(), NOW))
                .isInstanceOfSatisfying(Problem.class, DynamoTroubleTest::passes);
        assertThatThrownBy(() -> table.get(KEY, NOW)).isInstanceOfSatisfying(Problem.class, DynamoTroubleTest::passes);
        assertThatThrownBy(() -> table.delete(KEY, Expected.version("v"), NOW))
                .isInstanceOfSatisfying(Problem.class, DynamoTroubleTest::passes);
        assertThatThrownBy(() -> table.list("p", "", 10, null, NOW))
                .isInstanceOfSatisfying(Problem.class, DynamoTroubleTest::passes);
        assertThatThrownBy(() -> table.due(0, NOW, 10))
                .isInstanceOfSatisfying(Problem.class, DynamoTroubleTest::passes);
        assertThat(calls()).isEqualTo(5 * ATTEMPTS);
    }

    @Test
    void silence_and_a_closed_door_are_problems_too() {
        first(100, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThatThrownBy(() -> table.get(KEY, NOW)).isInstanceOfSatisfying(Problem.class, DynamoTroubleTest::passes);

        line.resetAll();
        line.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(LATE)));
        var impatient = through(IMPATIENT);
        assertThatThrownBy(() -> impatient.get(KEY, NOW))
                .isInstanceOfSatisfying(Problem.class, DynamoTroubleTest::passes);

        line.stop();
        assertThatThrownBy(() -> table.get(KEY, NOW)).isInstanceOfSatisfying(Problem.class, DynamoTroubleTest::passes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ResourceNotFoundException", "AccessDeniedException", "UnrecognizedClientException"})
    void what_somebody_has_to_mend_is_told_with_its_table_and_not_tried_again(String error) {
        first(100, refused(error));

        assertThatThrownBy(() -> table.get(KEY, NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("Check");
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void a_write_whose_answer_came_too_late_is_no_conflict_with_itself() {
        var impatient = through(IMPATIENT);
        first(1, through().withFixedDelay(LATE));

        var inserted = impatient.put(Item.of(KEY, "1"), Expected.absent(), NOW);

        assertThat(local.get(KEY, NOW)).contains(inserted);
        assertThat(calls()).isGreaterThanOrEqualTo(2);

        line.resetScenarios();
        var updated = impatient.put(Item.of(KEY, "2"), Expected.version(inserted.version()), NOW);

        assertThat(local.get(KEY, NOW)).contains(updated);
        assertThat(calls()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_delete_whose_answer_came_too_late_has_deleted() {
        var there = local.put(Item.of(KEY, "1"), Expected.absent(), NOW);
        first(1, through().withFixedDelay(LATE));

        through(IMPATIENT).delete(KEY, Expected.version(there.version()), NOW);

        assertThat(local.get(KEY, NOW)).isEmpty();
        assertThat(calls()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void after_a_try_that_was_not_heard_anothers_write_is_a_conflict_as_ever() {
        var mine = local.put(Item.of(KEY, "1"), Expected.absent(), NOW);
        local.put(Item.of(KEY, "2"), Expected.version(mine.version()), NOW);
        first(1, refused("ThrottlingException"));
        var old = Expected.version(mine.version());

        assertThatThrownBy(() -> table.put(Item.of(KEY, "3"), old, NOW)).isInstanceOf(Conflict.class);
        line.resetScenarios();
        assertThatThrownBy(() -> table.delete(KEY, old, NOW)).isInstanceOf(Conflict.class);
        line.resetScenarios();
        assertThatThrownBy(() -> table.put(Item.of(KEY, "3"), Expected.absent(), NOW))
                .isInstanceOf(Conflict.class);

        assertThat(local.get(KEY, NOW).orElseThrow().document()).isEqualTo("2");
    }

    /** What the next calls are answered; those after them get through. */
    private void first(int calls, ResponseDefinitionBuilder answer) {
        for (int i = 0; i < calls; i++) {
            line.stubFor(any(anyUrl())
                    .inScenario("trouble")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "call " + i)
                    .willSetStateTo("call " + (i + 1))
                    .willReturn(answer));
        }
    }

    private static ResponseDefinitionBuilder through() {
        return aResponse().proxiedFrom(DynamoDbLocal.uri().toString());
    }

    private static ResponseDefinitionBuilder refused(String error) {
        return aResponse()
                .withStatus(400)
                .withHeader("Content-Type", "application/x-amz-json-1.0")
                .withBody("{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + error + "\",\"message\":\"No.\"}");
    }

    private static void passes(Problem problem) {
        assertThat(problem.code()).isEqualTo(ProblemCode.STORAGE_UNAVAILABLE);
        assertThat(problem.code().retryable()).isTrue();
        assertThat(problem.next()).contains("Try again");
    }

    private int calls() {
        return line.countRequestsMatching(anyRequestedFor(anyUrl()).build()).getCount();
    }

    private Table table(DynamoDbClient client) {
        return new DynamoTable(client, name, () -> UUID.randomUUID().toString());
    }
}
