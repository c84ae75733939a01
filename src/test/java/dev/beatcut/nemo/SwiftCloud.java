package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An upstream that answers at once, to as many as ask, and makes films in a fixed time; it counts who asks for what. */
public final class SwiftCloud {

    private static final ObjectMapper JSON = new ObjectMapper();

    public final ConcurrentMap<String, Integer> submits = new ConcurrentHashMap<>();
    public final ConcurrentMap<String, Integer> looks = new ConcurrentHashMap<>();
    private final Map<String, Instant> jobs = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Duration took;
    private final String draft;

    /**
     * @param took the time a film takes
     * @param segments of its timeline
     */
    public SwiftCloud(InstantSource clock, Duration took, int segments) {
        this.clock = clock;
        this.took = took;
        this.draft = IntStream.range(0, segments)
                .mapToObj(i -> "{\"id\":\"s%d\",\"s\":%d,\"d\":500,\"src\":\"https://cdn.test/%x.mp4\"}"
                        .formatted(i, i * 500, i * 7919))
                .collect(Collectors.joining(",", "{\"t\":[{\"tt\":0,\"id\":\"v\",\"sg\":[", "]}]}"));
    }

    public Nemo nemo() {
        var endpoints = (NemoEndpoints) Proxy.newProxyInstance(
                NemoEndpoints.class.getClassLoader(),
                new Class<?>[] {NemoEndpoints.class},
                (self, endpoint, values) -> answer(endpoint.getName(), values));
        return InProcessNemo.nemo(
                endpoints,
                (method, uri, headers, body) -> {
                    throw new IOException("Nobody streams here");
                },
                clock);
    }

    private Response answer(String endpoint, Object[] values) {
        var body =
                switch (endpoint) {
                    case "anonymousToken" ->
                        data("{\"token\":\"t\",\"user_id\":\"u\",\"expires_at\":\"2099-01-01T00:00:00Z\"}");
                    case "openSession" -> data("{\"session_id\":\"1\",\"task_id\":\"2\"}");
                    case "state" -> data("{\"state\":{\"draft\":" + draft + "}}");
                    case "submitRender" -> submitted((byte[]) values[1]);
                    case "render" -> looked((String) values[1]);
                    default -> throw new UnsupportedOperationException(endpoint);
                };
        var headers = Map.of("Content-Type", "application/json");
        return InProcessNemo.answer(200, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String data(String json) {
        return "{\"code\":0,\"data\":" + json + "}";
    }

    private String submitted(byte[] job) {
        try {
            var id = JSON.readTree(job).path("id").asText();
            submits.merge(id, 1, Integer::sum);
            jobs.putIfAbsent(id, clock.instant());
            return "{\"id\":\"%s\",\"status\":\"pending\"}".formatted(id);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String looked(String id) {
        looks.merge(id, 1, Integer::sum);
        var from = jobs.get(id);
        return clock.instant().isBefore(from.plus(took))
                ? "{\"id\":\"%s\",\"status\":\"processing\",\"progress\":50}".formatted(id)
                : "{\"id\":\"%s\",\"status\":\"completed\",\"output\":{\"url\":\"https://cdn.test/%s.mp4\"}}"
                        .formatted(id, id);
    }
}
