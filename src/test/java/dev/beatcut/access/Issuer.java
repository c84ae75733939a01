package dev.beatcut.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Whoever the server trusts to say who calls: its key is made here, and known to the server. */
public final class Issuer implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "https://issuer.example";

    /** Where a test wants it. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface Here {}

    private final KeyPair keys = pair();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                "quarkus.oidc.token.issuer",
                NAME);
    }

    @Override
    public void stop() {
        // Nothing runs here.
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.AnnotatedAndMatchesType(Here.class, Issuer.class));
    }

    public String token(String subject) {
        return token(Map.of("sub", subject));
    }

    /** @param said beside issuer and times, or instead of them */
    public String token(Map<String, Object> said) {
        return signed(said, keys.getPrivate());
    }

    /** As another issuer would sign it. */
    public String forged(String subject) {
        return signed(Map.of("sub", subject), pair().getPrivate());
    }

    private static String signed(Map<String, Object> said, PrivateKey key) {
        var now = Instant.now().getEpochSecond();
        var claims = new HashMap<String, Object>(Map.of("iss", NAME, "iat", now, "exp", now + 600));
        claims.putAll(said);
        try {
            var text = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encoded(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Signed by nobody at all. */
    public String unsigned(String subject) {
        try {
            return part(Map.of("alg", "none")) + "." + part(Map.of("iss", NAME, "sub", subject)) + ".";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(Map<String, Object> fields) throws JsonProcessingException {
        return encoded(JSON.writeValueAsBytes(fields));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
