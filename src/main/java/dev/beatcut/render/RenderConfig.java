package dev.beatcut.render;

import dev.beatcut.nemo.NemoAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "beatcut.render")
public interface RenderConfig {

    /** How often the server looks for what is due; unset: 1 s with the built-in studio, 5 s with a cloud. */
    Optional<Duration> sweepEvery();

    default Pace pace(NemoAddress upstream) {
        var studio = upstream.builtIn() ? Duration.ofMillis(500) : null;
        return new Pace(pollEvery().orElse(studio), sweepEvery(upstream));
    }

    default Duration sweepEvery(NemoAddress upstream) {
        return sweepEvery().orElse(Duration.ofSeconds(upstream.builtIn() ? 1 : 5));
    }

    /**
     * How often a running export is asked for; unset: the built-in studio at every look, a cloud as experience tells (near
     * the time that such exports take, then closer).
     */
    Optional<Duration> pollEvery();

    /** An export that has not ended by then is given up; 0 for never. The upstream's own client gives up after 5 min. */
    @WithDefault("24h")
    Duration giveUpAfter();

    /** Whether a finished film is copied here, so that it outlives the upstream's link. */
    @WithDefault("true")
    boolean keep();

    /** Jobs upstream for one export: a failed one is tried again under a new id. */
    @WithDefault("2")
    int attempts();

    /** How often copying a finished film is tried before the upstream's own link has to do. */
    @WithDefault("5")
    int keepTries();

    /** How long a link to the film is good. */
    @WithDefault("1h")
    Duration linkValid();

    /** One step with an export takes at most so long; from then on the one who was at it is taken for dead. */
    @WithDefault("3m")
    Duration lease();
}
