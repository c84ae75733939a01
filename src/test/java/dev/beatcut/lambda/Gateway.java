package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.access.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An API Gateway HTTP API in front of the packaged API: each call becomes an event of payload format 2.0, as a JWT
 * authorizer has let it pass.
 */
final class Gateway {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As the gateway does it. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final LambdaProcess api;
    private final Set<Route> taken = new LinkedHashSet<>();

    Gateway(LambdaProcess api) {
        this.api = api;
    }

    /** What the gateway would send. */
    record Answer(int status, Map<String, String> headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException unreadable) {
                throw new AssertionError(text(), unreadable);
            }
        }

        /** @throws AssertionError if it is another */
        Answer is(int expected) {
            assertThat(status).as(text()).isEqualTo(expected);
            return this;
        }

        String id() {
            return json().at("/id").asText();
        }
    }

    /** A call as somebody whose token names him. */
    final class Caller {
        private final String owner;
        private final Map<String, String> headers;

        private Caller(String owner, Map<String, String> headers) {
            this.owner = owner;
            this.headers = headers;
        }

        Caller with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Caller(owner, more);
        }

        Answer get(String path) throws IOException {
            return call("GET", path, null);
        }

        Answer post(String path, String body) throws IOException {
            return with("content-type", "application/json").call("POST", path, body);
        }

        Answer delete(String path) throws IOException {
            return call("DELETE", path, null);
        }

        private Answer call(String method, String path, String body) throws IOException {
            var query = path.indexOf('?');
            var bare = query < 0 ? path : path.substring(0, query);
            note(method, bare, headers.getOrDefault("accept", "application/json"));
            var event = event(method, bare, query < 0 ? "" : path.substring(query + 1));
            if (body != null) {
                event.put("body", body);
            }
            return sent(event);
        }

        private ObjectNode event(String method, String path, String query) {
            var event = JSON.createObjectNode()
                    .put("version", "2.0")
                    .put("routeKey", method + " /{proxy+}")
                    .put("rawPath", path)
                    .put("rawQueryString", query)
                    .put("isBase64Encoded", false);
            var said = event.putObject("headers")
                    .put("host", "abc123.execute-api.eu-central-1.amazonaws.com")
                    .put("user-agent", "okhttp/5.1.0")
                    .put("x-forwarded-for", "203.0.113.9")
                    .put("x-forwarded-port", "443")
                    .put("x-forwarded-proto", "https")
                    .put("authorization", "Bearer which.the-authorizer.has-seen");
            headers.forEach(said::put);
            if (!query.isEmpty()) {
                var parameters = event.putObject("queryStringParameters");
                for (var pair : query.split("&")) {
                    parameters.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("[^=]*=", ""));
                }
            }
            event.putObject("pathParameters").put("proxy", path.substring(1));
            context(event.putObject("requestContext"), method, path);
            return event;
        }

        private void context(ObjectNode context, String method, String path) {
            context.put("accountId", "123456789012")
                    .put("apiId", "abc123")
                    .put("domainName", "abc123.execute-api.eu-central-1.amazonaws.com")
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
                    .put("sourceIp", "203.0.113.9")
                    .put("userAgent", "okhttp/5.1.0");
            if (owner != null) {
                var jwt = context.putObject("authorizer").putObject("jwt");
                jwt.putObject("claims").put("sub", owner).put("aud", "beatcut").put("iss", "https://id.example.com/");
                jwt.putNull("scopes");
            }
        }
    }

    /** @param owner null: no authorizer has seen the call */
    Caller as(String owner) {
        return new Caller(owner, Map.of());
    }

    /** The routes that were called so far. */
    Set<Route> taken() {
        return taken;
    }

    private void note(String method, String path, String accept) {
        Route.all().stream()
                .filter(route -> route.method().equals(method)
                        && path.matches(route.path().replaceAll("\\{[^}]+}", "[^/]+"))
                        && (route.accept().equals("*/*") || route.accept().equals(accept)))
                .forEach(taken::add);
    }

    private Answer sent(ObjectNode event) throws IOException {
        var reply = api.invoke(event.toString(), LONGEST);
        assertThat(reply.error()).as(reply.body() + api.log()).isFalse();
        var answer = JSON.readTree(reply.body());
        var headers = new LinkedHashMap<String, String>();
        // Of format 2.0 nothing else reaches the caller: no multiValueHeaders.
        answer.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        var body = answer.path("body").asText("");
        return new Answer(
                answer.path("statusCode").asInt(),
                headers,
                answer.path("isBase64Encoded").asBoolean()
                        ? Base64.getDecoder().decode(body)
                        : body.getBytes(StandardCharsets.UTF_8));
    }
}
