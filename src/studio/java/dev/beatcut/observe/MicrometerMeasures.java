package dev.beatcut.observe;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
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
            case SUM -> registry.counter(what.wireName(), tags).increment(value);
            case TIME -> registry.timer(what.wireName(), tags).record(Duration.ofNanos((long) (value * 1e6)));
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

    private DistributionSummary summary(Measure what, Tags tags) {
        var unit = what.unit() == Measure.Unit.SECONDS ? "seconds" : null;
        return DistributionSummary.builder(what.wireName())
                .baseUnit(unit)
                .tags(tags)
                .register(registry);
    }

    private AtomicReference<Double> gauge(Measure what, Tags tags) {
        return registry.gauge(what.wireName(), tags, new AtomicReference<>(0.0), AtomicReference::get);
    }
}
