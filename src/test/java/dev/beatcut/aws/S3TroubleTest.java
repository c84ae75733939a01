package dev.beatcut.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.beatcut.objects.Parts;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket that fails, as S3 says it. */
class S3TroubleTest {

    private final WireMockServer aws =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeEach
    void begin() {
        aws.start();
    }

    @AfterEach
    void end() {
        aws.stop();
    }

    @Test
    void a_bucket_that_fails_for_a_while_is_a_problem_that_passes() {
        aws.stubFor(
                WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse().withStatus(503)));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> objects().stat("media/a.mp4"))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.STORAGE_UNAVAILABLE));
    }

    @Test
    void a_disk_without_room_for_a_copy_is_full_and_not_a_bucket_that_is_away_for_which_work_would_wait_for_ever() {
        var full = RetryableException.create("Failed to read response", new IOException("No space left on device"));

        assertThat(Trouble.with("the bucket \"films\"", full))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.STORAGE_FULL));
    }

    @Test
    void a_bucket_that_refuses_is_told_to_the_operator_by_its_name() {
        aws.stubFor(
                WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse().withStatus(403)));

        assertThatIllegalStateException()
                .isThrownBy(() -> objects().delete("media/a.mp4"))
                .withMessageContaining("the bucket \"films\"");
    }

    @Test
    void an_upload_of_which_no_part_is_taken_is_given_up() {
        aws.stubFor(WireMock.post(WireMock.urlMatching(".*[?&]uploads.*"))
                .willReturn(WireMock.ok(
                        "<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>")));
        aws.stubFor(WireMock.put(WireMock.anyUrl()).willReturn(WireMock.forbidden()));
        aws.stubFor(WireMock.delete(WireMock.anyUrl()).willReturn(WireMock.noContent()));
        var film = new ByteArrayInputStream(new byte[(int) Parts.LENGTH + 1]);

        assertThatIllegalStateException().isThrownBy(() -> objects().put("films/a.mp4", film, "video/mp4"));

        aws.verify(WireMock.deleteRequestedFor(WireMock.urlMatching(".*uploadId=u1.*")));
    }

    @Test
    void what_is_not_there_is_no_trouble() {
        aws.stubFor(
                WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse().withStatus(404)));

        assertThat(objects().stat("media/a.mp4")).isEmpty();
    }

    private S3Objects objects() {
        var client = S3Client.builder()
                .endpointOverride(URI.create(aws.baseUrl()))
                .region(Region.US_EAST_1)
                .credentialsProvider(DynamoDbLocal.ANYBODY)
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(config -> config.retryStrategy(strategy -> strategy.maxAttempts(1)))
                .build();
        return new S3Objects(client, null, "films");
    }
}
