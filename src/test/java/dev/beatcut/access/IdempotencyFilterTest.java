package dev.beatcut.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.state.Idempotency;
import dev.beatcut.state.Idempotent;
import dev.beatcut.state.Ids;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.RequestIds;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls of a key are answered by the first one's answer. */
class IdempotencyFilterTest {

    /** What answers. */
    interface Routes {

        @Idempotent
        Response make();

        @Idempotent(latest = true)
        Response export();

        @Idempotent
        Multi<String> listen();
    }

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final Ids ids = new Ids(() -> NOW, RandomGenerator.getDefault());
    private final Idempotency keys = new Idempotency(new MemoryTable(), json, () -> NOW, ids);
    private final List<String> made = new ArrayList<>();
    private String accept = "application/json";

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json, text/event-stream", "text/event-stream"})
    void an_answer_is_kept_whatever_else_the_caller_would_take(String accepted) {
        accept = accepted;
        assertThat(call("make", 201, "first")).isEqualTo("201 first");
        assertThat(call("make", 201, "second")).isEqualTo("201 \"first\"");
        assertThat(made).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "text/event-stream;q=0.9", "*/*"})
    void a_stream_is_not_kept_and_who_comes_again_listens_to_the_same_thing(String accepted) {
        accept = accepted;
        assertThat(call("listen", 200, "a stream")).isEqualTo("200 a stream");
        assertThat(call("listen", 200, "another")).isEqualTo("200 another");
        assertThat(made).hasSize(2);
        assertThat(made.getFirst()).isEqualTo(made.getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 409, 429, 500, 502, 503, 507})
    void who_was_not_heard_is_not_told_that_all_went_well(int refused) {
        call("export", 202, "first");

        assertThat(call("export", refused, "why")).isEqualTo(refused + " why");
        assertThat(call("export", 202, "second")).isEqualTo("202 \"first\"");
        assertThat(made).hasSize(3).containsOnly(made.getFirst());
    }

    @Test
    void a_refused_first_call_may_come_again() {
        assertThat(call("make", 503, "why")).isEqualTo("503 why");
        assertThat(call("make", 201, "made")).isEqualTo("201 made");
        assertThat(made.getFirst()).isEqualTo(made.getLast());
    }

    /** @return status and body as the caller sees them */
    private String call(String route, int status, String answer) {
        var caller = new CurrentOwner();
        caller.is(Owner.LOCAL);
        var request = RequestIds.of(ids);
        var filter = new IdempotencyFilter(instance(), caller, request, info(route), json);
        var exchange = new Exchange(accept);
        try {
            filter.filter(exchange.request());
            if (exchange.status == 0) {
                made.add(request.value());
                exchange.status = status;
                exchange.entity = answer;
                filter.filter(exchange.request(), exchange.response());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return exchange.status + " " + exchange.entity;
    }

    @SuppressWarnings("unchecked")
    private Instance<Idempotency> instance() {
        return fake(Instance.class, (method, said) -> keys);
    }

    private static ResourceInfo info(String route) {
        Method code = Arrays.stream(Routes.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(route))
                .findFirst()
                .orElseThrow();
        return fake(ResourceInfo.class, (method, said) -> code);
    }

    private static <T> T fake(Class<T> type, BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, said) -> answers.apply(method.getName(), said)));
    }

    /** One call, as filters see it. */
    private static final class Exchange {

        private final Map<String, Object> properties = new HashMap<>();
        private final InputStream body = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
        private final String accept;
        private int status;
        private Object entity;

        Exchange(String accept) {
            this.accept = accept;
        }

        ContainerRequestContext request() {
            return fake(ContainerRequestContext.class, (method, said) -> switch (method) {
                case "getHeaderString" -> said[0].equals("Idempotency-Key") ? "key" : null;
                case "getAcceptableMediaTypes" ->
                    Stream.of(accept.split(", ")).map(MediaType::valueOf).toList();
                case "getEntityStream" -> body;
                case "getMethod" -> "POST";
                case "getUriInfo" -> fake(UriInfo.class, (asked, nothing) -> "/things");
                case "getProperty" -> properties.get((String) said[0]);
                case "setProperty" -> properties.put((String) said[0], said[1]);
                case "setEntityStream" -> null;
                case "abortWith" -> aborted((Response) said[0]);
                default -> throw new UnsupportedOperationException(method);
            });
        }

        private Object aborted(Response answer) {
            status = answer.getStatus();
            entity = answer.getEntity();
            return null;
        }

        ContainerResponseContext response() {
            return fake(ContainerResponseContext.class, (method, said) -> switch (method) {
                case "getStatus" -> status;
                case "setStatus" -> status = (int) said[0];
                case "hasEntity" -> true;
                case "getEntity" -> entity;
                case "setEntity" -> entity = said[0];
                case "getHeaders" -> new MultivaluedHashMap<>();
                case "getHeaderString" -> null;
                default -> throw new UnsupportedOperationException(method);
            });
        }
    }
}
