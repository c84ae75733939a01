package dev.beatcut.aws;

import dev.beatcut.announce.AnnounceConfig;
import dev.beatcut.announce.EventBus;
import dev.beatcut.announce.Tasks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The adapters that tell of an end. They are only asked for where they are configured. */
class AwsAnnouncing {

    /** One answer takes some 50 ms; whoever is told next waits for it. */
    private static final Duration ONE_TRY = Duration.ofSeconds(3);

    @Produces
    @Singleton
    static Tasks tasks() {
        return new StepFunctions(
                new Lazily<>(() -> patient(SfnClient.builder(), ONE_TRY).build()));
    }

    @Produces
    @Singleton
    static EventBus eventBus(AnnounceConfig config) {
        var bus = config.eventBus().orElse("default");
        return new EventBridge(
                new Lazily<>(() -> patient(EventBridgeClient.builder(), ONE_TRY).build()), bus);
    }

    /** A second try for a packet that was lost; what takes longer is the announcement's to wait for. */
    static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B patient(B builder, Duration oneTry) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(calls -> calls.retryStrategy(tries -> tries.maxAttempts(2))
                        .apiCallAttemptTimeout(oneTry)
                        .apiCallTimeout(oneTry.multipliedBy(2)));
    }
}
