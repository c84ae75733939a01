package dev.beatcut.bench;

import dev.beatcut.bench.TurnReaders.Heard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How long an event stays in Beatcut while 1,000 turns stream at once. The packaged server runs as a process of its own
 * with a small heap; its upstream and the listeners are in this process, so that one clock tells both ends. Every run
 * streams the same events once past the server and once through it; what is added is the difference.
 *
 * <p>Arguments, all may be left out: turns (1000), sentences a turn (30, one a second), runs (3), heap (512m), then JVM
 * flags for the server. Run {@code ./mvnw -q package -DskipTests} first. Exits with 1 if a turn was not heard whole or
 * an event loop was blocked for 0.1 s.
 */
public final class TurnBench {

    private static final double[] QUANTILES = {0.5, 0.95, 0.99, 1};

    private final int turns;
    private final int sentences;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));

    private TurnBench(int turns, int sentences) {
        this.turns = turns;
        this.sentences = sentences;
    }

    public static void main(String[] args) throws Exception {
        var said = List.of(args);
        var bench = new TurnBench(number(said, 0, 1000), number(said, 1, 30));
        var good = bench.run(
                number(said, 2, 3), said.size() > 3 ? said.get(3) : "512m", said.subList(Math.min(4, said.size()), said.size()));
        System.exit(good ? 0 : 1);
    }

    private static int number(List<String> args, int place, int otherwise) {
        return args.size() > place ? Integer.parseInt(args.get(place)) : otherwise;
    }

    private boolean run(int runs, String heap, List<String> flags) throws Exception {
        try (var cloud = new TurnCloud(vertx, turns, sentences);
                var server = new ServerProcess(cloud.uri(), heap, flags)) {
            var past = new ArrayList<Heard>();
            var through = new ArrayList<Heard>();
            var api = server.uri();
            var sessions = sessions(api);
            for (var run = 0; run < runs; run++) {
                past.add(heard("past", cloud, fill(cloud.uri().resolve("/run_sse")), "\"partial\":true"));
                var cpu = server.cpu();
                through.add(heard("through", cloud, sessions, "event:text"));
                say("  CPU of the server %.1f s, its data %.1f MB",
                        (server.cpu().toMillis() - cpu.toMillis()) / 1e3, server.tableBytes() / 1e6);
            }
            report(past, through);
            say("%s", server.memory());
            server.complaints().stream().limit(10).forEach(System.out::println);
            server.blocked().stream().limit(10).forEach(System.out::println);
            say("event loops blocked: %d; other warnings: %d", server.blocked().size(), server.complaints().size());
            return server.blocked().isEmpty() && through.stream().allMatch(heard -> heard.broken() == 0);
        }
    }

    private URI[] fill(URI same) {
        var all = new URI[turns];
        Arrays.fill(all, same);
        return all;
    }

    private Heard heard(String how, TurnCloud cloud, URI[] addresses, String frameMark) throws Exception {
        var readers = new TurnReaders(vertx, turns, sentences);
        var allThere = cloud.allThere();
        var begun = System.nanoTime();
        var reading = readers.read(addresses, new JsonObject().put("text", "cut on every second beat"), frameMark);
        allThere.get(120, TimeUnit.SECONDS);
        var underWay = System.nanoTime() - begun;
        var heard = reading.get(sentences + 120, TimeUnit.SECONDS);
        say("%-8s %d whole, %d not; all under way after %.1f s, heard after %.1f s; ms p50 %.2f p95 %.2f p99 %.2f max %.2f",
                how, heard.whole(), heard.broken(), underWay / 1e9, (System.nanoTime() - begun) / 1e9,
                heard.ms(0.5), heard.ms(0.95), heard.ms(0.99), heard.ms(1));
        return heard;
    }

    private void report(List<Heard> past, List<Heard> through) {
        for (var quantile : QUANTILES) {
            var without = median(past, quantile);
            var with = median(through, quantile);
            say("p%-5s without Beatcut %8.2f ms, with it %8.2f ms, added %8.2f ms",
                    quantile * 100, without, with, with - without);
        }
    }

    private static double median(List<Heard> runs, double quantile) {
        var sorted = runs.stream().mapToDouble(heard -> heard.ms(quantile)).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Where the turns of each session are said. */
    private URI[] sessions(URI api) throws Exception {
        var begun = System.nanoTime();
        var client = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(32));
        var opening = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(api.resolve("/sessions").toString())
                .putHeader("Content-Type", "application/json");
        var opened = IntStream.range(0, turns)
                .mapToObj(i -> client.request(opening)
                        .compose(request -> request.send("{}"))
                        .compose(response -> response.body())
                        .map(body -> api.resolve("/sessions/" + body.toJsonObject().getString("id") + "/turns")))
                .toList();
        Future.all(opened).toCompletionStage().toCompletableFuture().get(300, TimeUnit.SECONDS);
        say("%d sessions opened in %.1f s", turns, (System.nanoTime() - begun) / 1e9);
        return opened.stream().map(Future::result).toArray(URI[]::new);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
