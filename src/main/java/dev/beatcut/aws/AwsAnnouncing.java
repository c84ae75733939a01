package dev.beatcut.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.access.OwnToken;
import dev.beatcut.announce.AnnounceConfig;
import dev.beatcut.announce.EventBus;
import dev.beatcut.announce.Tasks;
import dev.beatcut.chat.Waking;
import dev.beatcut.state.Fallback;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The adapters that tell others: of an end, or that something waits. They are only asked for where they are configured. */
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

    @Produces
    @Singleton
    static Waking waking(AwsConfig config, ObjectMapper json) {
        return config.chatFunction()
                .<Waking>map(function -> new ChatFunction(
                        new Lazily<>(
                                () -> patient(LambdaClient.builder(), ONE_TRY).build()),
                        function,
                        json))
                .orElse(Waking.NOBODY);
    }

    @Produces
    @Singleton
    static OwnToken ownToken(AwsConfig config, @Fallback OwnToken configured, InstantSource clock) {
        return config.nemoTokenSecret()
                .<OwnToken>map(secret -> new SecretToken(
                        new Lazily<>(() ->
                                patient(SecretsManagerClient.builder(), ONE_TRY).build()),
                        secret,
                        clock))
                .orElse(configured);
    }

    /** A second try for a packet that was lost; what takes longer is the announcement's to wait for. */
    static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B patient(B builder, Duration oneTry) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(calls -> calls.retryStrategy(tries -> tries.maxAttempts(2))
                        .apiCallAttemptTimeout(oneTry)
                        .apiCallTimeout(oneTry.multipliedBy(2)));
    }
}
