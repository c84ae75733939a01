package dev.beatcut.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/** Who a project belongs to. On a laptop there is one. */
public record Owner(String id) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.@-]{1,100}");

    /** What such a subject begins with is no sign: those are the marks of another one's digest. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,99}");

    public static final Owner LOCAL = new Owner("local");

    public Owner {
        Objects.requireNonNull(id);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "An owner's id is 1 to 100 letters, digits and _.@-, got " + id.length() + " characters");
        }
    }

    /**
     * The owner whom an issuer calls {@code subject}: under that name where it can be an id, else under {@code @} and
     * its SHA-256. Two subjects are never one owner, and none is {@link #LOCAL}.
     *
     * @param subject a token's {@code sub} such as {@code auth0|123}, not empty
     */
    public static Owner of(String subject) {
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("An owner needs a name");
        }
        boolean plain = PLAIN.matcher(subject).matches() && !subject.equals(LOCAL.id);
        return plain ? new Owner(subject) : new Owner("@" + digest(subject));
    }

    private static String digest(String subject) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(subject.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
