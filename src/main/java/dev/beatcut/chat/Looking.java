package dev.beatcut.chat;

import dev.beatcut.intent.Suggestion;
import java.time.Instant;
import java.util.Set;

/**
 * Where the looks at the state stand, so that whoever comes next goes on with them.
 *
 * @param made how many
 * @param last when the last one was made, or else the last sign of the upstream was heard
 * @param suggested by what the upstream had said before it fell silent
 */
record Looking(Silence why, int made, Instant last, Set<Suggestion> suggested) {

    Looking again(Instant now) {
        return new Looking(why, made + 1, now, suggested);
    }
}
