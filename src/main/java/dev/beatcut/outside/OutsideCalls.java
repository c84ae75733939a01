package dev.beatcut.outside;

import dev.beatcut.problem.Problem;
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
    private static final Duration RESOLVE = Duration.ofSeconds(10);

    private final Guard guard;
    private final Connections connections;

    @Inject
    OutsideCalls(Vertx vertx, OutsideConfig config) {
        this(
                Guard.forCallers(Names.OF_THE_SYSTEM, config.privateUrls()),
                new Connections(vertx, new HttpClientOptions()));
    }

    OutsideCalls(Guard guard, Connections connections) {
        this.guard = guard;
        this.connections = connections;
    }

    @Override
    public void check(URI url) {
        try {
            guard.admit(url, RESOLVE);
        } catch (UnknownHostException unknown) {
            throw Problem.invalid(
                    "The url's host \"" + url.getHost() + "\" cannot be found.",
                    "Check its spelling, and send it again.");
        }
    }

    @Override
    public Answer post(URI url, Map<String, String> headers, byte[] body, Duration timeout) throws IOException {
        var begun = System.nanoTime();
        var place = guard.admit(url, timeout);
        var left = timeout.minusNanos(System.nanoTime() - begun);
        var opening = connections.open(HttpMethod.POST, place, headers);
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
