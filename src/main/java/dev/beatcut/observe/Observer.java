package dev.beatcut.observe;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Is told what happens. */
@Singleton
public final class Observer {

    /** Nobody is interested. */
    public static final Observer NONE = new Observer(Measures.NOWHERE, OpenTelemetry.noop());

    private static final Logger LOG = Logger.getLogger(Observer.class);

    private static final String ERROR_TYPE = "error.type";

    private final Measures measures;
    private final Tracer tracer;

    /** Spans go where the server's exporter or an agent beside the process takes them, if there is one. */
    @Inject
    Observer(Measures measures, Instance<OpenTelemetry> telemetry) {
        this(measures, telemetry.isResolvable() ? telemetry.get() : GlobalOpenTelemetry.get());
    }

    public Observer(Measures measures, OpenTelemetry telemetry) {
        this.measures = measures;
        this.tracer = telemetry.getTracer("dev.beatcut");
    }

    /** @param dimensions a value for each of the measure's, in its order */
    public void count(Measure what, String... dimensions) {
        measures.record(what, 1, List.of(dimensions));
    }

    public void time(Measure what, Duration took, String... dimensions) {
        measures.record(what, took.toNanos() / 1e6, List.of(dimensions));
    }

    public void see(Measure what, double value, String... dimensions) {
        measures.record(what, value, List.of(dimensions));
    }

    /**
     * Something has come to its end: measured, said in the log and, if it did not go well, told by the span.
     *
     * @param problem the code of why, or null
     */
    public void over(Measure what, String id, Duration took, String end, String problem) {
        if (measures != Measures.NOWHERE) {
            LOG.infof("%s is %s after %d ms%s", id, end, took.toMillis(), problem == null ? "" : ": " + problem);
        }
        time(what, took, end);
        if (problem != null) {
            failed(problem);
        }
    }

    /** Does the work within a span of its own, which tells what this thread works on. */
    public <T> T span(String name, SpanKind kind, Supplier<T> work) {
        var span = tracer.spanBuilder(name).setSpanKind(kind).startSpan();
        Trail.here().forEach((field, value) -> span.setAttribute("beatcut." + field.wireName(), value));
        try (var scope = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException failure) {
            span.setStatus(StatusCode.ERROR);
            throw failure;
        } finally {
            span.end();
        }
    }

    /** The span that this thread is in has not gone well. Words are not told: they may be somebody's. */
    public void failed(String code) {
        Span.current().setStatus(StatusCode.ERROR).setAttribute(ERROR_TYPE, code);
    }
}
