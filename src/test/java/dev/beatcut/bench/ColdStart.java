package dev.beatcut.bench;

import dev.beatcut.lambda.LambdaProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What one start cost, from the process's start to its first reply.
 *
 * @param ms by the clock
 * @param cpuMs user and system time
 * @param peakMb resident memory at most
 */
record ColdStart(double ms, double cpuMs, double peakMb) {

    private static final Duration PLENTY = Duration.ofSeconds(30);

    /**
     * Something to be started.
     *
     * @param event that it is called with
     * @param reply a part of what it has to answer
     */
    record Subject(String name, Supplier<LambdaProcess> process, String event, String reply) {

        ColdStart start() throws IOException {
            try (var started = process.get()) {
                call(started);
                var took = System.nanoTime() - started.begun();
                return new ColdStart(
                        took / 1e6, Processes.cpuOf(started.pid()).toMillis(), Processes.peakMb(started.pid()));
            }
        }

        /** @throws IllegalStateException if it answers anything else */
        void call(LambdaProcess process) {
            var answer = process.invoke(event, PLENTY);
            if (answer.error() || !answer.body().contains(reply)) {
                throw new IllegalStateException(name + " answered " + answer.body() + "\n" + process.log());
            }
        }
    }

    static double median(List<ColdStart> starts, ToDoubleFunction<ColdStart> cost) {
        var sorted = starts.stream().mapToDouble(cost).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
