package dev.beatcut.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.beatcut.laptop.FileTable;
import dev.beatcut.state.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Kills the packaged server with SIGKILL again and again, at random moments, while callers export a batch, and counts
 * what became of it: from the callers' answers, from a webhook's receiver, and from the books of the studio that made the
 * films.
 *
 * <p>Arguments, all may be left out: renders (50), kills (100), seed (random, printed), port (18234). Run
 * {@code ./mvnw -q package -DskipTests} first. Exits with 1 if anything was lost, made twice or not told.
 */
public final class KillBench {

    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final List<String> ORDER =
            List.of("SUBMITTING", "PENDING", "PROCESSING", "COMPLETED", "FAILED", "CANCELLED");

    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final int renders;
    private final int kills;
    private final Random random;
    private final MortalServer server;
    private final InsistingCaller caller;
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<String> faults = new ArrayList<>();

    private KillBench(int renders, int kills, long seed, int port) throws Exception {
        this.renders = renders;
        this.kills = kills;
        this.random = new Random(seed);
        this.server = new MortalServer(port);
        this.caller = new InsistingCaller(server.uri(), json, PATIENCE);
    }

    public static void main(String[] args) throws Exception {
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        System.out.println("seed " + seed);
        var bench = new KillBench(number(args, 0, 50), number(args, 1, 100), seed, number(args, 3, 18234));
        System.exit(bench.run() ? 0 : 1);
    }

    private static int number(String[] args, int place, int otherwise) {
        return args.length > place ? Integer.parseInt(args[place]) : otherwise;
    }

    private boolean run() throws Exception {
        try (server;
                var ears = new WebhookEars(json);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.start();
            var session = film();
            System.out.println(
                    "A film is ready to be exported; " + renders + " exports and " + kills + " kills begin.");
            var killer = threads.submit(this::kill);
            var exports = new ArrayList<Future<String>>();
            for (int i = 0; i < renders; i++) {
                exports.add(threads.submit(() -> export(session, ears)));
            }
            var ids = new ArrayList<String>();
            for (var export : exports) {
                ids.add(export.get());
            }
            over.set(true);
            System.out.println(killer.get() + " kills");
            ears.await(renders, PATIENCE);
            server.close();
            count(ids, ears.heard());
        }
        faults.forEach(System.out::println);
        return faults.isEmpty();
    }

    /** Three pictures and a song, cut to a film of a few seconds. */
    private String film() throws Exception {
        var session = caller.post("/sessions", "{}").path("id").asText();
        for (var file : Material.make()) {
            caller.bring(session, file);
        }
        var turn = caller.post("/sessions/" + session + "/turns", "{\"text\":\"cut on every beat, 3 seconds\"}");
        var done = caller.until("/turns/" + turn.path("id").asText(), seen -> seen.path("finishedAt")
                .isTextual());
        if (!done.path("status").asText().equals("DONE")) {
            throw new IllegalStateException("No film to export: " + done);
        }
        return session;
    }

    private String export(String session, WebhookEars ears) throws Exception {
        var render = caller.post("/sessions/" + session + "/renders", "{\"webhook\":\"" + ears.uri() + "\"}");
        var id = render.path("id").asText();
        var last = new int[] {0, 0};
        var end = caller.until("/renders/" + id, seen -> isOver(seen, last));
        if (!end.path("status").asText().equals("COMPLETED")) {
            fault(id + " is " + end.path("status") + ": "
                    + end.path("problem").path("detail").asText());
        }
        return id;
    }

    private boolean isOver(JsonNode seen, int[] last) {
        int state = ORDER.indexOf(seen.path("status").asText());
        int progress = seen.path("progress").asInt();
        if (state < last[0] || progress < last[1]) {
            fault(seen.path("id").asText() + " moved back: " + seen.path("status") + " " + progress + " %");
        }
        last[0] = state;
        last[1] = progress;
        return state >= ORDER.indexOf("COMPLETED");
    }

    /** At any moment from the start of the process on, which takes some seconds itself. */
    private int kill() throws Exception {
        int killed = 0;
        while (killed < kills && !over.get()) {
            server.live(Duration.ofMillis(500 + random.nextInt(15_000)));
            if (!over.get()) {
                server.kill();
                killed++;
                server.start();
            }
        }
        return killed;
    }

    private void count(List<String> ids, List<WebhookEars.Heard> heard) {
        var events = new TreeMap<String, Integer>();
        heard.forEach(one -> events.merge(one.id(), 1, Integer::sum));
        expect("webhook's events, each under its own id", renders, events.size());
        expect(
                "renders that were told",
                renders,
                heard.stream().map(WebhookEars.Heard::render).distinct().count());
        expect("renders", renders, ids.stream().distinct().count());
        System.out.println(heard.size() - events.size() + " of " + heard.size() + " webhook calls told an end again");
        var jobs = jobs();
        expect("jobs in the studio's books", renders, jobs.size());
        expect(
                "jobs that are COMPLETED there",
                renders,
                jobs.stream()
                        .filter(job -> job.path("status").asText().equals("COMPLETED"))
                        .count());
        jobs.stream()
                .filter(job -> !job.path("status").asText().equals("COMPLETED"))
                .forEach(job -> System.out.println("not completed: " + job));
        System.out.println(
                jobs.stream().mapToInt(job -> job.path("attempts").asInt()).sum()
                        + " times the studio began one of its jobs, for it dies with the server");
    }

    private void expect(String what, long expected, long found) {
        System.out.println(what + ": " + found);
        if (found != expected) {
            fault(what + ": " + expected + " expected, " + found + " found");
        }
    }

    private synchronized void fault(String what) {
        faults.add("FAULT " + what);
    }

    private List<JsonNode> jobs() {
        try (var table = new FileTable(
                server.data().resolve("table.mv"), () -> UUID.randomUUID().toString())) {
            return table.list("studio/render", "", 10_000, null, Instant.now()).items().stream()
                    .map(Item::document)
                    .map(this::read)
                    .toList();
        }
    }

    private JsonNode read(String document) {
        try {
            return json.readTree(document);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
