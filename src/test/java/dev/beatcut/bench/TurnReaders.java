package dev.beatcut.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads event streams, a connection each, and notes how long every sentence took from the cloud to here. */
final class TurnReaders {

    /** What came of one stream. */
    private static final class Reader {
        private final long[] delays;
        private final String frameMark;
        private final StringBuilder frame = new StringBuilder();
        private final CompletableFuture<Void> over = new CompletableFuture<>();
        private int next;
        private boolean done;

        Reader(int sentences, String frameMark) {
            this.delays = new long[sentences];
            this.frameMark = frameMark;
            Arrays.fill(delays, -1);
        }

        void hear(Buffer bytes, long now) {
            frame.append(bytes.toString());
            for (var end = frame.indexOf("\n\n"); end >= 0; end = frame.indexOf("\n\n")) {
                read(frame.substring(0, end), now);
                frame.delete(0, end + 2);
            }
        }

        private void read(String said, long now) {
            done |= said.contains("\"partial\":false") || said.contains("\"status\":\"DONE\"");
            if (said.contains(frameMark)) {
                for (var found = Sentence.in(said); found.find(); next++) {
                    var sentence = Sentence.of(found);
                    if (sentence.number() == next) {
                        delays[next] = now - sentence.sentNanos();
                    }
                }
            }
        }

        boolean whole() {
            return done && next == delays.length && Arrays.stream(delays).allMatch(delay -> delay >= 0);
        }
    }

    /**
     * @param whole streams that ended well, with every sentence once and in order
     * @param delays of all sentences that came, sorted, in ns
     */
    record Heard(int whole, int broken, long[] delays) {

        double ms(double quantile) {
            return delays.length == 0
                    ? Double.NaN
                    : delays[(int) Math.min(delays.length - 1, Math.round(quantile * (delays.length - 1)))] / 1e6;
        }
    }

    private final HttpClient client;
    private final int sentences;

    TurnReaders(Vertx vertx, int turns, int sentences) {
        this.sentences = sentences;
        var options = new HttpClientOptions().setKeepAlive(false).setConnectTimeout(60_000);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(turns));
    }

    /**
     * Sends {@code body} to every address and reads what comes.
     *
     * @param frameMark is in the frames that count
     */
    CompletableFuture<Heard> read(URI[] addresses, JsonObject body, String frameMark) {
        var readers = new Reader[addresses.length];
        for (var i = 0; i < readers.length; i++) {
            readers[i] = new Reader(sentences, frameMark);
            open(addresses[i], body, readers[i]);
        }
        return CompletableFuture.allOf(
                        Arrays.stream(readers).map(reader -> reader.over).toArray(CompletableFuture[]::new))
                .thenApply(all -> heard(readers));
    }

    private void open(URI address, JsonObject body, Reader reader) {
        client.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(address.toString())
                        .putHeader("Accept", "text/event-stream")
                        .putHeader("Content-Type", "application/json"))
                .compose(request -> request.send(body.toBuffer()))
                .compose(response -> listen(response, reader))
                .onComplete(ended -> {
                    if (ended.failed()) {
                        COMPLAINTS.say(address + ": " + ended.cause());
                    }
                    reader.over.complete(null);
                });
    }

    private static Future<Void> listen(HttpClientResponse response, Reader reader) {
        if (response.statusCode() / 100 != 2) {
            return response.body().compose(said -> Future.failedFuture(response.statusCode() + " " + said));
        }
        response.handler(bytes -> reader.hear(bytes, System.nanoTime()));
        return response.end();
    }

    private static Heard heard(Reader... readers) {
        var whole = (int) Arrays.stream(readers).filter(Reader::whole).count();
        var delays = Arrays.stream(readers)
                .flatMapToLong(reader -> Arrays.stream(reader.delays))
                .filter(delay -> delay >= 0)
                .sorted()
                .toArray();
        return new Heard(whole, readers.length - whole, delays);
    }

    /** The first few are enough. */
    private static final class Complaints {
        private final AtomicInteger said = new AtomicInteger();

        void say(String what) {
            if (said.incrementAndGet() <= 5) {
                System.err.println(what);
            }
        }
    }

    private static final Complaints COMPLAINTS = new Complaints();
}
