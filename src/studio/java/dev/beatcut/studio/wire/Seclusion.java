package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.StudioSettings;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A server that is a studio alone: the wire is answered, and nothing of the API of the server that it is part of. */
@Singleton
public final class Seclusion {

    private final Instance<StudioSettings> settings;

    /** @param settings are asked for at the first call: filters are made before the server is configured */
    Seclusion(Instance<StudioSettings> settings) {
        this.settings = settings;
    }

    /** Whoever reaches a studio without a token of its own gets one, and films with it. */
    void check(@Observes @Priority(1) StartupEvent start) {
        if (settings.get().alone() && settings.get().token().isEmpty()) {
            throw new ConfigurationException("beatcut.studio.alone is true and beatcut.studio.token is not set: anybody"
                    + " could have films made here. Next: set BEATCUT_STUDIO_TOKEN to a random text of 16 characters or"
                    + " more, and the same text as NEMO_TOKEN where this studio is the upstream.");
        }
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 1)
    public Optional<Response> closed(ResourceInfo route) {
        var ours = route.getResourceClass().getPackage().equals(Seclusion.class.getPackage());
        return settings.get().alone() && !ours
                ? Optional.of(Envelope.refusal(404, 404, "This server is a studio alone, and has no such call."))
                : Optional.empty();
    }
}
