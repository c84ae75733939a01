package dev.beatcut.bench;

import dev.beatcut.aws.DynamoDbLocal;
import dev.beatcut.bench.ColdStart.Subject;
import dev.beatcut.bench.bare.Nothing;
import dev.beatcut.bench.bare.OneRead;
import dev.beatcut.lambda.Artifact;
import dev.beatcut.lambda.GatewayEvent;
import dev.beatcut.lambda.LambdaProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a cold start of the packaged functions costs, from the process's start to the first reply that read DynamoDB, beside
 * two bare Java handlers with the same flags: one that does nothing, one that makes the same call by the same SDK. All run
 * in turn, {@code runs} times, on DynamoDB Local; a first round is not counted. Then what a warm invocation takes while
 * table and upstream answer at once, beside the same bare handler's.
 *
 * <p>Arguments, both may be left out: runs (11), a native {@code bootstrap} (target-functions/bootstrap, if it is there).
 * Run {@code ./mvnw -q package -Dlambda=functions} and {@code -Dlambda=api} first. Exits with 1 if a bar is missed.
 */
public final class ColdStartBench {

    /** Of the functions' JVM zip to the bare handler that reads DynamoDB. */
    private static final double JVM_BAR = 1.6;

    private static final double NATIVE_BAR_MS = 40;
    private static final double NATIVE_BAR_MB = 60;
    private static final double WARM_BAR_MS = 5;

    private static final int WARM_UP = 2000;
    private static final int INVOCATIONS = 4000;

    private static final String BARE = "bare handler, one read";
    private static final String FUNCTIONS = "functions, timeline";
    private static final String NATIVE = "functions native, timeline";
    private static final String NOBODYS_SESSION = "ses_" + "0".repeat(26);
    private static final String CREDITS = "{\"owner\": \"bench\"}";
    private static final String TIMELINE = "{\"owner\": \"bench\", \"sessionId\": \"" + NOBODYS_SESSION + "\"}";

    private final Path folder;
    private final Path functions;
    private final Path oneRead;
    private boolean good = true;

    private ColdStartBench(Path folder) throws IOException {
        this.folder = folder;
        this.functions = Artifact.FUNCTIONS.unzipped(folder.resolve("functions"));
        this.oneRead = BareFunctions.oneRead(folder);
    }

    public static void main(String[] args) throws IOException {
        // Else its answers wait for the acknowledgement of their own head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var folder = Files.createTempDirectory("cold-start-bench");
        try {
            var bench = new ColdStartBench(folder);
            bench.cold(
                    args.length > 0 ? Integer.parseInt(args[0]) : 11,
                    args.length > 1
                            ? Path.of(args[1])
                            : Artifact.FUNCTIONS.bootstrap().orElse(null));
            bench.warm();
            System.exit(bench.good ? 0 : 1);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private void cold(int runs, Path bootstrap) throws IOException {
        try (var upstream = new InstantAccount()) {
            var account = account(DynamoDbLocal.uri(), upstream.uri());
            var starts = new LinkedHashMap<Subject, List<ColdStart>>();
            for (var subject : subjects(account, bootstrap)) {
                starts.put(subject, new ArrayList<>());
            }
            for (var run = 0; run <= runs; run++) {
                for (var subject : starts.keySet()) {
                    var start = subject.start();
                    if (run > 0) {
                        starts.get(subject).add(start);
                    }
                }
            }
            report(starts);
        }
    }

    private List<Subject> subjects(Map<String, String> account, Path bootstrap) throws IOException {
        var nothing = BareFunctions.nothing(folder);
        var api = Artifact.API.unzipped(folder.resolve("api"));
        var subjects = new ArrayList<>(List.of(
                new Subject(
                        "bare handler",
                        () -> LambdaProcess.jvm(nothing, BareFunctions.handler(Nothing.class), account),
                        "{}",
                        "{}"),
                oneRead(account),
                function(FUNCTIONS, "timeline", TIMELINE, "NotFound", account),
                function("functions, credits (calls upstream)", "credits", CREDITS, "100", account),
                new Subject(
                        "API, GET /sessions/{id}",
                        () -> LambdaProcess.jvm(api, Artifact.API.handler(), account),
                        GatewayEvent.get("/sessions/" + NOBODYS_SESSION, "bench"),
                        "NotFound")));
        if (bootstrap != null) {
            var environment = with(account, Map.of("QUARKUS_FUNQY_EXPORT", "timeline"));
            subjects.add(new Subject(
                    NATIVE, () -> LambdaProcess.nativeExecutable(bootstrap, environment), TIMELINE, "NotFound"));
        }
        return subjects;
    }

    private Subject oneRead(Map<String, String> environment) {
        return new Subject(
                BARE,
                () -> LambdaProcess.jvm(oneRead, BareFunctions.handler(OneRead.class), environment),
                NOBODYS_SESSION,
                "false");
    }

    private Subject function(String name, String function, String event, String reply, Map<String, String> account) {
        var environment = with(account, Map.of("QUARKUS_FUNQY_EXPORT", function));
        return new Subject(
                name, () -> LambdaProcess.jvm(functions, Artifact.FUNCTIONS.handler(), environment), event, reply);
    }

    private static Map<String, String> account(URI table, URI upstream) {
        return Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_ENDPOINT_URL_DYNAMODB", table.toString(),
                "QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", table.toString(),
                "BEATCUT_AWS_TABLE", DynamoDbLocal.newTable(),
                "BEATCUT_AWS_BUCKET", "bench",
                "BEATCUT_NEMO_URL", upstream.toString(),
                "JAVA_TOOL_OPTIONS", "--add-opens=java.base/java.lang=ALL-UNNAMED");
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private void report(Map<Subject, List<ColdStart>> starts) {
        var bare = starts.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(BARE))
                .findFirst()
                .orElseThrow()
                .getValue();
        say("%-38s %9s %6s %9s %6s %9s", "start to first reply", "ms", "x", "CPU ms", "x", "peak MB");
        starts.forEach((subject, all) -> {
            var ms = ColdStart.median(all, ColdStart::ms);
            var cpu = ColdStart.median(all, ColdStart::cpuMs);
            say(
                    "%-38s %9.0f %6.2f %9.0f %6.2f %9.0f",
                    subject.name(),
                    ms,
                    ms / ColdStart.median(bare, ColdStart::ms),
                    cpu,
                    cpu / ColdStart.median(bare, ColdStart::cpuMs),
                    ColdStart.median(all, ColdStart::peakMb));
            switch (subject.name()) {
                case FUNCTIONS -> bar(ms / ColdStart.median(bare, ColdStart::ms), JVM_BAR, "times the bare handler");
                case NATIVE -> {
                    bar(ms, NATIVE_BAR_MS, "ms");
                    bar(ColdStart.median(all, ColdStart::peakMb), NATIVE_BAR_MB, "MB");
                }
                default -> {}
            }
        });
    }

    /** In turn, so that what else the machine does falls to all of them. */
    private void warm() throws IOException {
        try (var account = new InstantAccount()) {
            var environment = account(account.uri(), account.uri());
            var subjects = List.of(
                    oneRead(environment),
                    function(FUNCTIONS, "timeline", TIMELINE, "NotFound", environment),
                    function("functions, credits (calls upstream)", "credits", CREDITS, "100", environment));
            var processes = new ArrayList<LambdaProcess>();
            try {
                for (var subject : subjects) {
                    var process = subject.process().get();
                    processes.add(process);
                    for (var i = 0; i < WARM_UP; i++) {
                        subject.call(process);
                    }
                }
                var took = new double[subjects.size()][INVOCATIONS];
                for (var i = 0; i < INVOCATIONS; i++) {
                    for (var which = 0; which < took.length; which++) {
                        var begun = System.nanoTime();
                        subjects.get(which).call(processes.get(which));
                        took[which][i] = (System.nanoTime() - begun) / 1e6;
                    }
                }
                report(subjects, took);
            } finally {
                for (var process : processes) {
                    process.close();
                }
            }
        }
    }

    /** @param took ms, of each subject; the first one is what the others are compared with */
    private void report(List<Subject> subjects, double[][] took) {
        Arrays.stream(took).forEach(Arrays::sort);
        say("%-38s %9s %6s %9s %6s %9s", "warm, all else at once", "p50 ms", "x", "p99 ms", "x", "most ms");
        for (var which = 0; which < took.length; which++) {
            var p50 = took[which][INVOCATIONS / 2];
            var p99 = took[which][INVOCATIONS * 99 / 100];
            say(
                    "%-38s %9.2f %6.2f %9.2f %6.2f %9.2f",
                    subjects.get(which).name(),
                    p50,
                    p50 / took[0][INVOCATIONS / 2],
                    p99,
                    p99 / took[0][INVOCATIONS * 99 / 100],
                    took[which][INVOCATIONS - 1]);
            if (which > 0) {
                bar(p99, WARM_BAR_MS, "ms");
            }
        }
    }

    private void bar(double measured, double bar, String unit) {
        if (measured > bar) {
            good = false;
            say("  missed: %.2f is more than %.2f %s", measured, bar, unit);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
