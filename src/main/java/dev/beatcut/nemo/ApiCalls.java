package dev.beatcut.nemo;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Calls the JSON endpoints by a client, which is built again when the upstream has moved. */
final class ApiCalls {

    private record Built(URI base, NemoEndpoints endpoints) {}

    private final NemoAddress address;
    private final NemoConfig config;
    private final Function<URI, NemoEndpoints> client;
    private final InstantSource clock;
    private volatile Built built;

    /** @param client makes one for a base address */
    ApiCalls(NemoAddress address, NemoConfig config, Function<URI, NemoEndpoints> client, InstantSource clock) {
        this.address = address;
        this.config = config;
        this.client = client;
        this.clock = clock;
    }

    /** A client over HTTP. */
    static NemoEndpoints client(URI base, NemoConfig config) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(base)
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.answerTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .httpClientOptions(new HttpClientOptions().setTracingPolicy(TracingPolicy.IGNORE))
                .disableDefaultMapper(true)
                .build(NemoEndpoints.class);
    }

    Answer call(Function<NemoEndpoints, Response> endpoint) {
        try (var response = endpoint.apply(endpoints())) {
            return Answer.of(head(response), clock.instant(), bytes(response));
        } catch (ProcessingException e) {
            throw noAnswer(e);
        } catch (IOException e) {
            throw NemoError.unreachable("The connection to " + where() + " broke while it answered", e);
        }
    }

    private static ReplyHead head(Response response) {
        var headers = new LinkedHashMap<String, String>();
        response.getHeaders().keySet().forEach(name -> headers.put(name, response.getHeaderString(name)));
        return new ReplyHead(response.getStatus(), headers);
    }

    private static byte[] bytes(Response response) throws IOException {
        try (var body = response.readEntity(InputStream.class)) {
            return body == null ? new byte[0] : body.readNBytes(Answer.LONGEST);
        }
    }

    private NemoError noAnswer(ProcessingException e) {
        return e.getCause() instanceof TimeoutException
                ? NemoError.timedOut(
                        where() + " did not answer within "
                                + config.answerTimeout().toSeconds() + " s",
                        e)
                : NemoError.unreachable("No connection to " + where(), e);
    }

    private String where() {
        return address.builtIn() ? "the built-in studio" : address.base().getHost();
    }

    private NemoEndpoints endpoints() {
        var base = address.base();
        var known = built;
        if (known == null || !known.base().equals(base)) {
            known = new Built(base, client.apply(base));
            built = known;
        }
        return known.endpoints();
    }
}
