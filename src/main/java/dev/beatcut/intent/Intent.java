package dev.beatcut.intent;

/** What a message asks for. Only an {@link #EDIT} goes upstream. */
public enum Intent {
    EXPORT,
    CREDITS,
    STATUS,
    UPLOAD,
    EDIT;

    /** Short commands only: a sentence that merely mentions such a word is an edit. */
    public static Intent of(String text) {
        return Commands.read(text);
    }
}
