package dev.beatcut.bench;

import dev.beatcut.aws.DynamoDbLocal;
import dev.beatcut.aws.DynamoMeter;
import dev.beatcut.aws.DynamoMeter.Reading;
import dev.beatcut.aws.DynamoTable;
import dev.beatcut.render.Pollers;
import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What exports cost in DynamoDB, on DynamoDB Local, with an upstream that answers at once and the clock set by hand:
 *
 * <ul>
 *   <li>the whole life of an export: asked for, submitted, looked at, finished after 60 s, announced
 *   <li>a round of eight pollers at once over many that are due: each is looked at once
 *   <li>a round over the same number that are due, among more and more other items
 * </ul>
 *
 * Arguments, all may be left out: exports due in the large round (10000), exports whose whole life is followed (500),
 * segments of their timeline (64), and {@code life}, {@code growing} or {@code together} to measure that only. Exits with 1 if an export was not looked at exactly once a round.
 */
public final class PollerBench {

    /** US dollars for a million units on demand, us-east-1, standard table class, list price since 2024-11-01. */
    private static final double MILLION_READS = 0.125;

    private static final double MILLION_WRITES = 0.625;

    private static final int POLLERS = 8;
    private static final int DUE_AMONG_OTHERS = 200;
    private static final Duration TOOK = Duration.ofSeconds(60);
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final DynamoMeter meter = new DynamoMeter();
    private final int segments;
    private boolean good = true;

    private PollerBench(int segments) {
        this.segments = segments;
    }

    public static void main(String[] args) {
        var bench = new PollerBench(number(args, 2, 64));
        var part = args.length > 3 ? args[3] : "all";
        if (List.of("all", "life").contains(part)) {
            bench.wholeLife(number(args, 1, 500), "as it learns how long they take", Map.of("keep", "false"));
            bench.wholeLife(number(args, 1, 500), "looked at every 30 s", Map.of("keep", "false", "poll-every", "30s"));
        }
        if (List.of("all", "growing").contains(part)) {
            bench.growing();
        }
        if (List.of("all", "together").contains(part)) {
            bench.together(number(args, 0, 10_000));
        }
        System.exit(bench.good ? 0 : 1);
    }

    private static int number(String[] args, int place, int otherwise) {
        return args.length > place ? Integer.parseInt(args[place]) : otherwise;
    }

    private void wholeLife(int exports, String how, Map<String, String> settings) {
        try (var pollers = new Pollers(tables(DynamoDbLocal.newTable(), 1), TOOK, segments, settings)) {
            var session = pollers.open(1);
            var before = meter.read();
            pollers.export(session, 0, exports);
            var asked = meter.read();
            for (int round = 0; round < 20 && pollers.announced.told.size() < exports; round++) {
                pollers.pass(EVERY);
                pollers.round();
            }
            var over = meter.read();
            var looks = pollers.cloud.looks.values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            check(pollers.announced.told.size() == exports, "not all came to their end");
            say("Whole life of an export, %s: %d exports, %.2f looks each", how, exports, looks / (double) exports);
            show("  asked for and submitted", asked.since(before), exports);
            show("  polled, finished, announced", over.since(asked), exports);
            show("  in all", over.since(before), exports);
        }
    }

    private void together(int due) {
        var name = DynamoDbLocal.newTable();
        var settings = Map.of("keep", "false", "poll-every", "30s");
        try (var pollers = new Pollers(tables(name, POLLERS), Duration.ofHours(1), 1, settings)) {
            for (int from = 0; from < due; from += 100) {
                pollers.export(pollers.open(from), from, Math.min(100, due - from));
            }
            for (int round = 1; round <= 2; round++) {
                pollers.pass(EVERY);
                var before = meter.read();
                var begun = System.nanoTime();
                pollers.round();
                var seconds = (System.nanoTime() - begun) / 1e9;
                say(
                        "Eight pollers at once, round %d: %d due, %.1f s, %.0f renders a second",
                        round, due, seconds, due / seconds);
                show("  a render and round", meter.read().since(before), due);
                check(pollers.cloud.looks.size() == due, "some were not looked at");
                check(Set.copyOf(pollers.cloud.looks.values()).equals(Set.of(round)), "not once a round");
            }
            say("  each was looked at exactly once in each round: %s", good);
        }
    }

    private void growing() {
        var name = DynamoDbLocal.newTable();
        var settings = Map.of("keep", "false", "poll-every", "30s");
        try (var pollers = new Pollers(tables(name, POLLERS), Duration.ofHours(1), 1, settings)) {
            pollers.export(pollers.open(1), 0, DUE_AMONG_OTHERS);
            int stored = 0;
            for (int others : List.of(1_000, 10_000, 100_000)) {
                fill(name, stored, others);
                stored = others;
                pollers.pass(EVERY);
                var before = meter.read();
                pollers.round();
                say("A round over %d due among %d items", DUE_AMONG_OTHERS, others);
                show("  a render and round", meter.read().since(before), DUE_AMONG_OTHERS);
            }
        }
    }

    /** Items that are not due: old exports and what belongs to them. */
    private static void fill(String name, int from, int to) {
        var table = table(DynamoDbLocal.client(), name);
        var document = "{\"old\":\"" + "x".repeat(500) + "\"}";
        IntStream.range(from, to)
                .parallel()
                .forEach(i -> table.put(
                        Item.of(new Key("render/old/" + i / 100, "r" + i), document),
                        Expected.absent(),
                        Instant.EPOCH));
    }

    private List<Table> tables(String name, int many) {
        return Stream.generate(() -> table(meter.client(), name)).limit(many).toList();
    }

    private static Table table(DynamoDbClient client, String name) {
        return new DynamoTable(client, name, () -> UUID.randomUUID().toString());
    }

    private static void show(String what, Reading used, int renders) {
        var dollars = (used.readUnits() * MILLION_READS + used.writeUnits() * MILLION_WRITES) / 1e6;
        var kinds = new StringBuilder();
        used.requests()
                .forEach((kind, count) ->
                        kinds.append(String.format(Locale.ROOT, " %s %.2f", kind, count / (double) renders)));
        say(
                "%-30s %6.2f requests (%s ), %6.2f read units, %6.2f write units; $%.4f for 1,000",
                what,
                used.all() / (double) renders,
                kinds,
                used.readUnits() / renders,
                used.writeUnits() / renders,
                dollars / renders * 1000);
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            say("WRONG: %s", otherwise);
            good = false;
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
