package dev.beatcut.infra;

import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegrationProps;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.CorsHttpMethod;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.MappingValue;
import software.amazon.awscdk.services.apigatewayv2.ParameterMapping;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The HTTP API: who calls is found behind the token, what is too much is refused, each call is a line of JSON. */
final class Gateway extends Construct {

    private static final List<CorsHttpMethod> METHODS =
            List.of(CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.DELETE, CorsHttpMethod.OPTIONS);

    /** No header and no query: tokens and links stand there. */
    private static final List<String> LOGGED = List.of(
            "requestId",
            "requestTime",
            "httpMethod",
            "routeKey",
            "path",
            "status",
            "responseLength",
            "responseLatency",
            "integrationLatency",
            "integrationErrorMessage");

    private final HttpApi api;
    private final HttpStage stage;

    Gateway(Construct scope, Deployment deployment, DeployedFunction function) {
        super(scope, "Gateway");
        api = HttpApi.Builder.create(this, "Api")
                .description("Beatcut: videos cut to music")
                .createDefaultStage(false)
                .corsPreflight(CorsPreflightOptions.builder()
                        .allowOrigins(deployment.origins())
                        .allowMethods(METHODS)
                        .allowHeaders(List.of(
                                "authorization", "content-type", "idempotency-key", "accept-language", "x-request-id"))
                        .exposeHeaders(List.of("location", "retry-after", "x-request-id"))
                        .maxAge(Duration.hours(1))
                        .build())
                .build();
        api.addRoutes(AddRoutesOptions.builder()
                .path("/{proxy+}")
                // Not ANY: a preflight has no token.
                .methods(List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.HEAD))
                .integration(new HttpLambdaIntegration(
                        "Function",
                        function.alias(),
                        HttpLambdaIntegrationProps.builder()
                                .parameterMapping(requestId())
                                .build()))
                .authorizer(HttpJwtAuthorizer.Builder.create("Callers", deployment.issuer())
                        .jwtAudience(deployment.audience())
                        .build())
                .build());
        stage = HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(100)
                        .burstLimit(200)
                        .build())
                .build();
        var log = LogGroup.Builder.create(this, "Calls")
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        ((CfnStage) stage.getNode().getDefaultChild())
                .setAccessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                        .destinationArn(log.getLogGroupArn())
                        .format(LOGGED.stream()
                                .map(field -> "\"%s\":\"$context.%s\"".formatted(field, field))
                                .collect(Collectors.joining(",", "{", "}")))
                        .build());
    }

    /** A call has one name in the access log, in the lines of the function and in the answer. */
    private static ParameterMapping requestId() {
        return new ParameterMapping().overwriteHeader("x-request-id", MappingValue.contextVariable("requestId"));
    }

    String url() {
        return api.getApiEndpoint();
    }

    HttpStage stage() {
        return stage;
    }
}
