package dev.beatcut.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an API Gateway HTTP API (payload 2.0) calls a function with. */
public final class GatewayEvent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GatewayEvent() {}

    /** @param owner whom the JWT authorizer has found; null: nobody */
    public static String get(String path, String owner) {
        var event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", path);
        event.put("rawQueryString", "").put("isBase64Encoded", false);
        event.putObject("headers").put("content-type", "application/json").put("host", "api.example.com");
        context(event.putObject("requestContext"), "GET", path, owner);
        return event.toString();
    }

    private static void context(ObjectNode context, String method, String path, String owner) {
        context.put("accountId", "123456789012")
                .put("apiId", "api")
                .put("stage", "$default")
                .put("requestId", "r");
        context.putObject("http").put("method", method).put("path", path).put("protocol", "HTTP/1.1");
        if (owner != null) {
            context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", owner);
        }
    }
}
