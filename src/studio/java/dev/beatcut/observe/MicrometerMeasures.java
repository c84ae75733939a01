package dev.beatcut.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Measures as meters of Micrometer, which the server shows at {@code /q/metrics}. */
@Singleton
final class MicrometerMeasures implements Measures {

    private final MeterRegistry registry;
    private final Map<String, AtomicReference<Double>> gauges = new ConcurrentHashMap<>();

    MicrometerMeasures(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void record(Measure what, double value, List<String> dimensions) {
        var tags = tags(what, dimensions);
        switch (what.kind()) {
            case SUM -> counter(what, tags).increment(value);
            case TIME -> timer(what, tags).record(Duration.ofNanos((long) (value * 1e6)));
            case DISTRIBUTION -> summary(what, tags).record(value);
            case GAUGE ->
                gauges.computeIfAbsent(what + " " + dimensions, series -> gauge(what, tags))
                        .set(value);
        }
    }

    private static Tags tags(Measure what, List<String> dimensions) {
        return Tags.of(IntStream.range(0, dimensions.size())
                .mapToObj(i -> Tag.of(what.dimensions().get(i), dimensions.get(i)))
                .toList());
    }

    private Counter counter(Measure what, Tags tags) {
        return Counter.builder(what.wireName())
                .description(what.about())
                .tags(tags)
                .register(registry);
    }

    private Timer timer(Measure what, Tags tags) {
        return Timer.builder(what.wireName())
                .description(what.about())
                .tags(tags)
                .register(registry);
    }

    private DistributionSummary summary(Measure what, Tags tags) {
        return DistributionSummary.builder(what.wireName())
                .description(what.about())
                .baseUnit(what.unit() == Measure.Unit.SECONDS ? "seconds" : null)
                .tags(tags)
                .register(registry);
    }

    private AtomicReference<Double> gauge(Measure what, Tags tags) {
        var value = new AtomicReference<>(0.0);
        Gauge.builder(what.wireName(), value, AtomicReference::get)
                .description(what.about())
                .tags(tags)
                .register(registry);
        return value;
    }
}
