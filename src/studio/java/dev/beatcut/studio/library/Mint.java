package dev.beatcut.studio.library;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Where names and secrets come from. */
@Singleton
public final class Mint {

    private static final long SMALLEST_SESSION = 1_000_000_000_000_000_000L;

    private final RandomGenerator random;

    @Inject
    public Mint() {
        this(new SecureRandom());
    }

    /** Only a generator that nobody can guess makes secrets. */
    public Mint(RandomGenerator random) {
        this.random = random;
    }

    /** A Bearer token; only its {@link #fingerprint} is stored. */
    String token() {
        return "nmv_usr_" + hex(24);
    }

    String userId() {
        return "anon_" + hex(8);
    }

    String taskId() {
        return "task_" + hex(8);
    }

    String turnId() {
        return "turn_" + hex(8);
    }

    /** Nineteen digits; over 2^53, hence a string everywhere. */
    String sessionId() {
        return Long.toString(random.nextLong(SMALLEST_SESSION, Long.MAX_VALUE));
    }

    /** The part of a public link that nobody can guess: 160 bits. */
    public String capability() {
        return new BigInteger(1, bytes(20)).toString(36);
    }

    String leaseHolder() {
        return hex(8);
    }

    /** What is stored instead of a secret: SHA-256 in hex. */
    static String fingerprint(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private String hex(int count) {
        return HexFormat.of().formatHex(bytes(count));
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
