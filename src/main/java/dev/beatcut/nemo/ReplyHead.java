package dev.beatcut.nemo;

import dev.beatcut.problem.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a reply says before its body. The names of headers are case-insensitive. */
record ReplyHead(int status, Map<String, String> headers) {

    ReplyHead {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** Or null. */
    String header(String name) {
        return headers.get(name);
    }

    /** How long the upstream asks to wait, or null. */
    Duration retryAfter(Instant now) {
        return RetryAfter.read(header("Retry-After"), now);
    }

    boolean succeeded() {
        return status / 100 == 2;
    }

    /** Whether the body is said to be of a kind whose name has {@code word} in it. */
    boolean isOf(String word) {
        var type = header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).contains(word);
    }
}
