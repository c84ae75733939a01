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
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Reads event streams, a connection each, and notes how long every sentence took from the cloud to here. */
final class TurnReaders {

    /** What is in the frames that count: of the cloud the deltas, of Beatcut the words. */
    static final String CLOUD = "\"partial\":true";

    static final String BEATCUT = "event:text";

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

    /** Opens sessions and tells where the turns of each are said. */
    static CompletableFuture<URI[]> sessions(Vertx vertx, URI api, int number) {
        var client = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(32));
        var opened = IntStream.range(0, number)
                .mapToObj(i -> client.request(posting(api.resolve("/sessions")))
                        .compose(request -> request.send("{}"))
                        .compose(HttpClientResponse::body)
                        .map(body ->
                                api.resolve("/sessions/" + body.toJsonObject().getString("id") + "/turns")))
                .toList();
        return Future.all(opened)
                .map(all -> all.<URI>list().toArray(URI[]::new))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static RequestOptions posting(URI address) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(address.toString())
                .putHeader("Content-Type", "application/json");
    }

    /** Says something at every address and reads what comes. */
    CompletableFuture<Heard> read(URI[] addresses, String frameMark) {
        var readers = new Reader[addresses.length];
        for (var i = 0; i < readers.length; i++) {
            readers[i] = new Reader(sentences, frameMark);
            open(addresses[i], readers[i]);
        }
        return CompletableFuture.allOf(
                        Arrays.stream(readers).map(reader -> reader.over).toArray(CompletableFuture[]::new))
                .thenApply(all -> heard(readers));
    }

    private void open(URI address, Reader reader) {
        client.request(posting(address).putHeader("Accept", "text/event-stream"))
                .compose(request -> request.send("{\"text\":\"cut on every second beat\"}"))
                .compose(response -> listen(response, reader))
                .onComplete(ended -> {
                    if (ended.failed()) {
                        System.err.println(address + ": " + ended.cause());
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
}
