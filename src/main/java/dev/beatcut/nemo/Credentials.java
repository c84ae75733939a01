package dev.beatcut.nemo;

import java.util.Objects;

/** What every call after the token carries. The token stays out of {@link #toString()}. */
public record Credentials(String token, Attribution attribution) {

    public Credentials {
        Objects.requireNonNull(token);
        Objects.requireNonNull(attribution);
    }

    String bearer() {
        return "Bearer " + token;
    }

    @Override
    public String toString() {
        return "Credentials[" + attribution + "]";
    }
}
