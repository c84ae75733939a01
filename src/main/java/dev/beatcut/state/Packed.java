package dev.beatcut.state;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A text squeezed to fit a {@link Table} document: a draft of some MB becomes some 100 KB.
 *
 * @param zipped gzip in base64
 */
public record Packed(String zipped) {

    /** Some room is left for the name of its field. */
    private static final int LARGEST = Table.MAX_DOCUMENT_BYTES - 1024;

    /**
     * A timeline that has to be kept.
     *
     * @param without what cannot be done when it is not
     * @throws Problem TIMELINE_TOO_LARGE when it is too large for a document
     */
    public static Packed timeline(String draft, String without) {
        var packed = of(draft);
        if (packed.zipped.length() > LARGEST) {
            throw new Problem(
                    ProblemCode.TIMELINE_TOO_LARGE,
                    "The timeline is so large (" + packed.zipped.length() / 1024 + " KB, up to " + LARGEST / 1024
                            + " KB can be kept) that " + without + ".",
                    "Begin a new session with fewer files.");
        }
        return packed;
    }

    public static Packed of(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Packed(Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    public String text() {
        try (var gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(zipped)))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** SHA-256 of a text in hex: to compare without keeping. */
    public static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
