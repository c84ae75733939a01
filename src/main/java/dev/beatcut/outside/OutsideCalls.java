package dev.beatcut.outside;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link Outside} by Vert.x, for threads that may block. */
@Singleton
public final class OutsideCalls implements Outside {

    private static final int LONGEST_ANSWER = 4 * 1024;
    private static final Duration LOOKUP = Duration.ofSeconds(10);

    private final Guard guard;
    private final Connections connections;
    private final Duration lookup;

    @Inject
    OutsideCalls(Vertx vertx, OutsideConfig config) {
        this(
                Guard.forCallers(Names.OF_THE_SYSTEM, config.privateUrls()),
                new Connections(vertx, new HttpClientOptions()),
                LOOKUP);
    }

    /** @param lookup how long a check waits for what a name means */
    OutsideCalls(Guard guard, Connections connections, Duration lookup) {
        this.guard = guard;
        this.connections = connections;
        this.lookup = lookup;
    }

    @Override
    public void check(URI url) {
        try {
            guard.admit(url, lookup);
        } catch (UnknownHostException unknown) {
            throw Problem.invalid(
                    "The url's host \"" + url.getHost() + "\" cannot be found now.",
                    "Check its spelling; if it is right, its name server may be out: send it again later.");
        } catch (IOException late) {
            throw new Problem(
                    ProblemCode.LOOKUP_TIMED_OUT,
                    "The url's host \"" + url.getHost() + "\" could not be looked up within " + lookup.toSeconds()
                            + " s; nothing is known of it.",
                    "Send it again in a moment.",
                    late);
        }
    }

    @Override
    public Answer post(URI url, Map<String, String> headers, byte[] body, Duration timeout) throws IOException {
        var begun = System.nanoTime();
        var place = guard.admit(url, timeout);
        var left = timeout.minusNanos(System.nanoTime() - begun);
        var opening = connections.open(HttpMethod.POST, place, headers, left);
        var answer = opening.compose(
                request -> request.send(Buffer.buffer(body)).compose(response -> answer(request, response)));
        try {
            return Connections.await(answer, left);
        } catch (IOException failed) {
            opening.onSuccess(HttpClientRequest::reset); // also where the connection stands only now
            throw new IOException("No answer from " + url.getHost() + " within " + timeout.toMillis() + " ms", failed);
        }
    }

    private static Future<Answer> answer(HttpClientRequest request, HttpClientResponse response) {
        var body = Buffer.buffer();
        var whole = Promise.<Answer>promise();
        response.handler(piece -> {
            body.appendBuffer(piece, 0, Math.min(piece.length(), LONGEST_ANSWER - body.length()));
            if (body.length() == LONGEST_ANSWER && whole.tryComplete(answer(response, body))) {
                request.reset();
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(answer(response, body)));
        return whole.future();
    }

    private static Answer answer(HttpClientResponse response, Buffer body) {
        var headers = new LinkedHashMap<String, String>();
        response.headers().forEach((name, value) -> headers.putIfAbsent(name, value));
        return new Answer(response.statusCode(), headers, body.toString());
    }

    @PreDestroy
    void close() {
        connections.close();
    }
}
