package dev.beatcut.chat;

import dev.beatcut.intent.Retelling;

/** What the upstream says as it comes, sentence by sentence, without its talk of buttons: a step may span deltas. */
final class Translation {

    private final Retelling retelling = new Retelling();

    /** The sentences that {@code delta} completes, translated; empty if there are none. */
    String add(String delta) {
        return retelling.hear(delta);
    }

    /** What was waiting for its end. */
    String rest() {
        return retelling.end();
    }

    /** Everything that was told so far: never a part of a sentence that may yet turn out to be a step. */
    String whole() {
        return retelling.soFar().text();
    }
}
