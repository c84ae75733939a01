package dev.beatcut.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When to look at the state, where the stream does not tell; each time is counted from the look before. */
record Looks(List<Duration> silent, List<Duration> broken) {

    private List<Duration> waits(Silence why) {
        return why.streamEnded()
                ? Stream.concat(Stream.of(Duration.ZERO), silent.stream()).toList()
                : broken;
    }

    Instant next(Looking looking) {
        var waits = waits(looking.why());
        var wait = looking.made() < waits.size() ? waits.get(looking.made()) : Duration.ZERO;
        return looking.last().plus(wait);
    }

    boolean isLast(Looking looking) {
        return looking.made() + 1 >= waits(looking.why()).size();
    }

    /** A change that is there as soon as the stream has ended is whole; another may be one of several. */
    boolean seesAll(Looking looking) {
        return looking.why().streamEnded() && looking.made() == 0;
    }

    Duration between() {
        return silent.isEmpty() ? Duration.ZERO : silent.getFirst();
    }
}
