package dev.beatcut.access;

/** The deployment's one upstream token for all owners, where it has one. */
public interface OwnToken {

    /** Every owner has an anonymous token of its own. */
    OwnToken NONE = always(null);

    /** @return null where there is none */
    String get();

    /** @return what to try instead of a token that was refused: the same one if nobody has changed it */
    String insteadOf(String refused);

    static OwnToken always(String token) {
        return new OwnToken() {

            @Override
            public String get() {
                return token;
            }

            @Override
            public String insteadOf(String refused) {
                return token;
            }
        };
    }
}
