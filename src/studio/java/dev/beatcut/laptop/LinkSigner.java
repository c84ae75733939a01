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

/** Signs links to objects with HMAC-SHA256, as a presigned S3 URL: what is granted, and until when. */
public final class LinkSigner {

    static final String PATH = "/objects/";

    private final byte[] secret;
    private final InstantSource clock;

    /** @param secret random, at least 32 bytes, the same after a restart so that links stay good */
    public LinkSigner(byte[] secret, InstantSource clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** A relative link. */
    URI sign(Grant grant, Duration valid) {
        var expires = clock.instant().plus(valid).getEpochSecond();
        var part = grant.part() == 0 ? "" : "&upload=" + grant.upload() + "&part=" + grant.part();
        var name = grant.name().isEmpty() ? "" : "&name=" + encoded(grant.name());
        return URI.create(PATH + grant.key() + "?expires=" + expires + "&size=" + grant.size() + part + name
                + "&signature=" + signature(grant, expires));
    }

    boolean accepts(Grant grant, long expires, String signature) {
        var right = signature(grant, expires).getBytes(StandardCharsets.US_ASCII);
        return clock.instant().isBefore(Instant.ofEpochSecond(expires))
                && MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String signature(Grant grant, long expires) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var said = String.join(
                    "\n",
                    grant.method(),
                    grant.key(),
                    Long.toString(grant.size()),
                    encoded(grant.name()),
                    grant.upload(),
                    Integer.toString(grant.part()),
                    Long.toString(expires));
            return HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JDK has HmacSHA256", missing);
        }
    }
}
