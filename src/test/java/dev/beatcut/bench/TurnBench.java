package dev.beatcut.bench;

import dev.beatcut.bench.TurnReaders.Heard;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long an event stays in Beatcut while 1,000 turns stream at once. The packaged server runs as a process of its own
 * with a small heap; its upstream and the listeners are in this process, so that one clock tells both ends. Every run
 * streams the same events once past the server and once through it; what is added is the difference. The first run meets a
 * server that has not compiled anything yet and is not counted.
 *
 * <p>Arguments, all may be left out: turns (1000), sentences a turn (30, one a second), runs (3), heap (512m), then JVM
 * flags for the server. Run {@code ./mvnw -q package -DskipTests} first. Exits with 1 if a turn was not heard whole
 * or an event loop was blocked.
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
                number(said, 2, 3),
                said.size() > 3 ? said.get(3) : "512m",
                said.subList(Math.min(4, said.size()), said.size()));
        System.exit(good ? 0 : 1);
    }

    private static int number(List<String> args, int place, int otherwise) {
        return args.size() > place ? Integer.parseInt(args.get(place)) : otherwise;
    }

    private boolean run(int runs, String heap, List<String> flags) throws Exception {
        try (var cloud = new TurnCloud(vertx, turns, sentences, Duration.ofSeconds(1));
                var server = new ServerProcess(cloud.uri(), heap, flags)) {
            var past = new ArrayList<Heard>();
            var through = new ArrayList<Heard>();
            var sessions = TurnReaders.sessions(vertx, server.uri(), turns).get(300, TimeUnit.SECONDS);
            for (var run = 0; run <= runs; run++) {
                past.add(heard("past", cloud, cloud.turns(turns), TurnReaders.CLOUD));
                var cpu = server.cpu();
                through.add(heard("through", cloud, sessions, TurnReaders.BEATCUT));
                say(
                        "  CPU of the server %.1f s, its data %.1f MB; load average of the machine %.1f",
                        (server.cpu().toMillis() - cpu.toMillis()) / 1e3,
                        server.dataBytes() / 1e6,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            }
            report(past.subList(1, past.size()), through.subList(1, through.size()));
            say("%s", server.memory());
            say(
                    "event loops: %d times 0.1 s at one thing, of these blocked: %d; other warnings: %d",
                    server.longAtOneThing().size(),
                    server.blocked().size(),
                    server.complaints().size());
            server.blocked().forEach(System.out::println);
            server.complaints().stream().limit(10).forEach(System.out::println);
            return server.blocked().isEmpty() && through.stream().allMatch(heard -> heard.broken() == 0);
        }
    }

    private Heard heard(String how, TurnCloud cloud, URI[] addresses, String frameMark) throws Exception {
        var readers = new TurnReaders(vertx, turns, sentences);
        var allThere = cloud.allThere();
        var begun = System.nanoTime();
        var reading = readers.read(addresses, frameMark);
        allThere.get(120, TimeUnit.SECONDS);
        var underWay = System.nanoTime() - begun;
        var heard = reading.get(sentences + 120, TimeUnit.SECONDS);
        say(
                "%-8s %d whole, %d not; all under way after %.1f s, heard after %.1f s; ms p50 %.2f p95 %.2f p99 %.2f max %.2f",
                how,
                heard.whole(),
                heard.broken(),
                underWay / 1e9,
                (System.nanoTime() - begun) / 1e9,
                heard.ms(0.5),
                heard.ms(0.95),
                heard.ms(0.99),
                heard.ms(1));
        return heard;
    }

    private void report(List<Heard> past, List<Heard> through) {
        for (var quantile : QUANTILES) {
            var without = median(past, quantile);
            var with = median(through, quantile);
            say(
                    "p%-5s without Beatcut %8.2f ms, with it %8.2f ms, added %8.2f ms",
                    quantile * 100, without, with, with - without);
        }
    }

    private static double median(List<Heard> runs, double quantile) {
        var sorted =
                runs.stream().mapToDouble(heard -> heard.ms(quantile)).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
