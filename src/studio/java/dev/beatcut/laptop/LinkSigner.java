package dev.beatcut.laptop;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs links to objects with HMAC-SHA256, as a presigned S3 URL: method, key, size, file name and end of validity. */
public final class LinkSigner {

    static final String PATH = "/objects/";

    private final byte[] secret;
    private final InstantSource clock;

    /** @param secret random, at least 32 bytes, the same after a restart so that links stay good */
    public LinkSigner(byte[] secret, InstantSource clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    /** A relative link. */
    URI sign(String method, String key, long size, String fileName, Duration valid) {
        var expires = clock.instant().plus(valid).getEpochSecond();
        var name = fileName == null ? "" : fileName;
        var signature = signature(method, key, size, name, expires);
        return URI.create(PATH + key + "?expires=" + expires + "&size=" + size + "&name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "&signature=" + signature);
    }

    boolean accepts(String method, String key, long size, String name, long expires, String signature) {
        var right = signature(method, key, size, name, expires).getBytes(StandardCharsets.US_ASCII);
        return clock.instant().isBefore(Instant.ofEpochSecond(expires))
                && MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String method, String key, long size, String name, long expires) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var said = String.join("\n", method, key, Long.toString(size), name, Long.toString(expires));
            return HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JDK has HmacSHA256", missing);
        }
    }
}
