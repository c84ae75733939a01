package dev.beatcut.chat;

/** Why the stream alone does not tell what became of a message. */
enum Silence {
    /** It ended well, after work, without a word. */
    WORDLESS(Phrases.WORDLESS),
    /** It ended well, with nothing in it. */
    EMPTY(Phrases.ANSWERED_NOTHING),
    CUT(Phrases.CUT),
    TIMED_OUT(Phrases.TIMED_OUT),
    /** The worker's own time was up. */
    LEFT(Phrases.LEFT),
    /** The worker died. */
    INTERRUPTED(Phrases.INTERRUPTED);

    private final Phrases words;

    Silence(Phrases words) {
        this.words = words;
    }

    Phrases words() {
        return words;
    }

    /** Work upstream has come to its end; else it may go on. */
    boolean streamEnded() {
        return this == WORDLESS || this == EMPTY;
    }
}
