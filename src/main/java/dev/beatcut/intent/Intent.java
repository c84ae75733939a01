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
        var read = Commands.read(text);
        return read == EDIT && FilmWish.in(text).filter(FilmWish::isAll).isPresent() ? EXPORT : read;
    }

    /** Whether the finished film is asked for, alone or with an edit: "sync it to the beat and export it". */
    public static boolean wantsFilm(String text) {
        return FilmWish.in(text).isPresent();
    }

    /** What the film is to be, where it is asked for; null in what is not said. */
    public static FilmForm filmForm(String text) {
        return FilmForm.in(FilmWish.in(text).map(FilmWish::command).orElse(""));
    }

    /** The same words without those that ask for the film, which never go upstream; empty if there are no others. */
    public static String withoutFilm(String text) {
        return FilmWish.in(text).map(FilmWish::edit).orElse(text);
    }
}
