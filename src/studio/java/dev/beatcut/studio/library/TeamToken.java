package dev.beatcut.studio.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The one token of a team's studio. Where there is one, nobody gets another, and it opens the team's account. */
final class TeamToken {

    static final String USER = "team";

    private static final int SHORTEST = 16;

    private final Optional<byte[]> token;

    /** @throws IllegalArgumentException if it could be guessed, or no header can carry it */
    TeamToken(Optional<String> token) {
        this.token = token.map(String::strip).map(TeamToken::checked);
    }

    private static byte[] checked(String said) {
        if (said.length() < SHORTEST || !said.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("beatcut.studio.token has " + said.length() + " characters; " + SHORTEST
                    + " or more visible ASCII characters are accepted, and no spaces. Make a random one, such as by"
                    + " openssl rand -hex 24, and give it as BEATCUT_STUDIO_TOKEN.");
        }
        if (said.startsWith("{")) {
            throw new IllegalArgumentException("beatcut.studio.token begins with \"{\", as a key/value secret does:"
                    + " put the token into the secret as plain text, and give it as BEATCUT_STUDIO_TOKEN.");
        }
        return said.getBytes(StandardCharsets.US_ASCII);
    }

    boolean isSet() {
        return token.isPresent();
    }

    boolean is(String said) {
        return token.filter(right -> MessageDigest.isEqual(right, said.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}
