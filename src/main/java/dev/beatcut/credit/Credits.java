package dev.beatcut.credit;

import dev.beatcut.access.CurrentOwner;
import dev.beatcut.access.Profile;
import dev.beatcut.access.Upstream;
import dev.beatcut.nemo.Balance;
import dev.beatcut.nemo.Nemo;
import jakarta.inject.Singleton;

/** The callers' credits. */
@Singleton
final class Credits {

    private final Upstream upstream;
    private final Nemo nemo;
    private final CurrentOwner caller;

    Credits(Upstream upstream, Nemo nemo, CurrentOwner caller) {
        this.upstream = upstream;
        this.nemo = nemo;
        this.caller = caller;
    }

    Balance mine() {
        return upstream.call(caller.get(), Profile.DEFAULT, nemo::credits);
    }
}
