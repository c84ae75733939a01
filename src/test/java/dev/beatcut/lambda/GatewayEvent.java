package dev.beatcut.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;

/** What an API Gateway HTTP API calls a function with: payload format 2.0, as a JWT authorizer has let it pass. */
public final class GatewayEvent {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOST = "abc123.execute-api.eu-central-1.amazonaws.com";
    private static final String FROM = "203.0.113.9";
    private static final String WITH = "okhttp/5.1.0";

    private GatewayEvent() {}

    /** @param owner whom the authorizer has found; null: nobody */
    public static String get(String path, String owner) {
        return of(owner, "GET", path, Map.of(), null);
    }

    /**
     * @param path with its query
     * @param headers names in lower case, as the gateway passes them on
     * @param body null for none
     */
    static String of(String owner, String method, String path, Map<String, String> headers, String body) {
        var target = URI.create(path);
        var event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", method + " /{proxy+}")
                .put("rawPath", target.getRawPath())
                .put("rawQueryString", target.getRawQuery() == null ? "" : target.getRawQuery())
                .put("isBase64Encoded", false);
        headers(event.putObject("headers"), headers);
        if (target.getQuery() != null) {
            parameters(event.putObject("queryStringParameters"), target.getQuery());
        }
        event.putObject("pathParameters").put("proxy", target.getPath().substring(1));
        context(event.putObject("requestContext"), owner, method, target.getPath());
        if (body != null) {
            event.put("body", body);
        }
        return event.toString();
    }

    private static void headers(ObjectNode all, Map<String, String> said) {
        all.put("host", HOST)
                .put("user-agent", WITH)
                .put("x-forwarded-for", FROM)
                .put("x-forwarded-port", "443")
                .put("x-forwarded-proto", "https")
                .put("authorization", "Bearer which.the-authorizer.has-seen");
        said.forEach(all::put);
    }

    private static void parameters(ObjectNode all, String query) {
        for (var pair : query.split("&")) {
            all.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("[^=]*=", ""));
        }
    }

    private static void context(ObjectNode context, String owner, String method, String path) {
        context.put("accountId", "123456789012")
                .put("apiId", "abc123")
                .put("domainName", HOST)
                .put("domainPrefix", "abc123")
                .put("requestId", "JKJaXmPLvHcESHA=")
                .put("routeKey", method + " /{proxy+}")
                .put("stage", "$default")
                .put("time", "21/Nov/2026:19:03:58 +0000")
                .put("timeEpoch", 1795287838000L);
        context.putObject("http")
                .put("method", method)
                .put("path", path)
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", FROM)
                .put("userAgent", WITH);
        if (owner != null) {
            claims(context.putObject("authorizer").putObject("jwt"), owner);
        }
    }

    private static void claims(ObjectNode jwt, String owner) {
        jwt.putObject("claims").put("sub", owner).put("aud", "beatcut").put("iss", "https://id.example.com/");
        jwt.putNull("scopes");
    }
}
