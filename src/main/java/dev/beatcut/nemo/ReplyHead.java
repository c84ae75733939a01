package dev.beatcut.nemo;

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
    String contentType() {
        return headers.get("Content-Type");
    }

    /** Or null. */
    String retryAfter() {
        return headers.get("Retry-After");
    }

    /** Or null. */
    String location() {
        return headers.get("Location");
    }

    boolean succeeded() {
        return status / 100 == 2;
    }
}
