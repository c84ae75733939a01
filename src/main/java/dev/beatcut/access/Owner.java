package dev.beatcut.access;

import java.util.Objects;

/** Who a project belongs to. On a laptop there is one. */
public record Owner(String id) {

    public static final Owner LOCAL = new Owner("local");

    public Owner {
        Objects.requireNonNull(id);
        if (!id.matches("[A-Za-z0-9_.@-]{1,100}")) {
            throw new IllegalArgumentException(
                    "An owner's id is 1 to 100 letters, digits and _.@-, got " + id.length() + " characters");
        }
    }
}
