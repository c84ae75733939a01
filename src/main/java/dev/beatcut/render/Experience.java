package dev.beatcut.render;

import dev.beatcut.problem.Problem;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Key;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** How long the upstream's last exports of about the same length took: what {@link Pace} goes by, shared by all. */
final class Experience {

    /** @param tookMs the latest last */
    record Taken(List<Long> tookMs) {

        private static final int KEPT = 40;

        static final Taken NOTHING = new Taken(List.of());

        Taken and(Duration took) {
            var all = Stream.concat(tookMs.stream(), Stream.of(took.toMillis())).toList();
            return new Taken(all.subList(Math.max(0, all.size() - KEPT), all.size()));
        }
    }

    private static final Logger LOG = Logger.getLogger(Experience.class);

    private final Records<Taken> records;
    private final String upstream;

    /** @param upstream tells one from another: each has its own speed */
    Experience(Records<Taken> records, String upstream) {
        this.records = records;
        this.upstream = upstream;
    }

    /** Shortest first. */
    List<Duration> with(Duration film) {
        return records.get(key(film)).map(Versioned::value).orElse(Taken.NOTHING).tookMs().stream()
                .sorted()
                .map(Duration::ofMillis)
                .toList();
    }

    /** One more or less is no matter: what cannot be written at once is left. */
    void add(Duration film, Duration took) {
        var key = key(film);
        try {
            var known = records.get(key);
            if (known.isPresent()) {
                records.update(known.get(), known.get().value().and(took), null);
            } else {
                records.insert(key, Taken.NOTHING.and(took));
            }
        } catch (Conflict | Problem left) {
            LOG.debugf("%s was not learned from: %s", key.sort(), left.getMessage());
        }
    }

    /** Films of up to 2, 4, 8, 16, ... seconds. */
    private Key key(Duration film) {
        var upTo = Long.highestOneBit(Math.max(1, film.toSeconds())) * 2;
        return new Key("render-pace/" + upstream, "up-to-" + upTo + "s");
    }
}
