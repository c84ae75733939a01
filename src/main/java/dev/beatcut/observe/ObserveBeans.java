package dev.beatcut.observe;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Spans go where an agent beside the process takes them, if there is one; the server brings its own. */
class ObserveBeans {

    @Produces
    @Singleton
    @DefaultBean
    static OpenTelemetry telemetry() {
        return GlobalOpenTelemetry.get();
    }
}
