package dev.beatcut.studio.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The file name in a {@code Content-Disposition} header (RFC 6266); {@code filename*} goes before {@code filename}. */
final class Disposition {

    private static final Pattern EXTENDED =
            Pattern.compile("filename\\*\\s*=\\s*UTF-8'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("filename\\s*=\\s*\"?([^\";]+)", Pattern.CASE_INSENSITIVE);

    private Disposition() {}

    static Optional<String> fileName(String header) {
        var extended = EXTENDED.matcher(header);
        if (extended.find()) {
            return decoded(extended.group(1));
        }
        var plain = PLAIN.matcher(header);
        return plain.find() ? Optional.of(plain.group(1).strip()) : Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
