package dev.beatcut.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;

/** A service of AWS that speaks JSON over HTTP as the real one does; the client is the SDK's own. */
final class FakeAws implements AutoCloseable {

    /** No test waits for it; the machine may be busy. */
    private static final Duration ONE_TRY = Duration.ofSeconds(20);

    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    private final String version;

    /** @param version of the JSON protocol: 1.0 or 1.1 */
    FakeAws(String version) {
        this.version = version;
        server.start();
    }

    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, ONE_TRY);
    }

    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, Duration oneTry) {
        return AwsAnnouncing.patient(builder, oneTry)
                .endpointOverride(URI.create(server.baseUrl()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }

    ResponseDefinitionBuilder ok(String body) {
        return answer(200, body);
    }

    /** @param code as the service spells it in {@code __type} */
    ResponseDefinitionBuilder error(int status, String code) {
        return answer(status, "{\"__type\":\"" + code + "\",\"message\":\"It quotes the secret token.\"}");
    }

    private ResponseDefinitionBuilder answer(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/x-amz-json-" + version)
                .withHeader("x-amzn-RequestId", "8c1f4e0e-6a4c-4b7a-9d4a-7d0f2c0f2f10")
                .withBody(body);
    }

    void answers(String target, ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo(target))
                .withHeader("Content-Type", equalTo("application/x-amz-json-" + version))
                .willReturn(answer));
    }

    /** First this, and after it that for ever. */
    void answers(String target, ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        answers(target, then);
        server.stubFor(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo(target))
                .inScenario("once")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("then")
                .willReturn(first));
    }

    List<LoggedRequest> requests(String target) {
        return server.findAll(postRequestedFor(urlEqualTo("/")).withHeader("X-Amz-Target", equalTo(target)));
    }

    /** How Lambda answers whoever invokes a function. */
    void invocations(ResponseDefinitionBuilder answer) {
        server.stubFor(
                post(urlPathMatching("/2015-03-31/functions/.*/invocations")).willReturn(answer));
    }

    List<LoggedRequest> invoked() {
        return server.findAll(postRequestedFor(urlPathMatching("/2015-03-31/functions/.*")));
    }

    @Override
    public void close() {
        server.stop();
    }
}
