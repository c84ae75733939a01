package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
            note(method, path.replaceFirst("\\?.*", ""), headers.getOrDefault("accept", "application/json"));
            return sent(GatewayEvent.of(owner, method, path, headers, body));
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

    private Answer sent(String event) throws IOException {
        var reply = api.invoke(event, LONGEST);
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
