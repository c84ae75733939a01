package dev.beatcut.announce;

import dev.beatcut.outside.Outside;
import dev.beatcut.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** A world outside that answers as it was told to, and keeps what it was sent. */
final class Receiver implements Outside {

    record Call(URI url, Map<String, String> headers, String body, Duration timeout) {}

    /** What it does with one call. */
    interface Reaction {
        Answer take() throws IOException;
    }

    static final Reaction TIMES_OUT = () -> {
        throw new HttpTimeoutException("request to https://hooks.example/secret?token=abc timed out");
    };

    final List<Call> calls = new ArrayList<>();
    private final Queue<Reaction> reactions = new ArrayDeque<>();

    static Reaction status(int status) {
        return () -> new Answer(status, Map.of(), "");
    }

    static Reaction status(int status, String retryAfter) {
        return () -> new Answer(status, Map.of("retry-after", retryAfter), "");
    }

    /** After the last of them everything is well. */
    Receiver reacting(Reaction... planned) {
        reactions.addAll(List.of(planned));
        return this;
    }

    @Override
    public void check(URI url) {
        if (!"https".equals(url.getScheme())) {
            throw Problem.invalid("Not https.", "Give an https address.");
        }
    }

    @Override
    public Answer post(URI url, Map<String, String> headers, byte[] body, Duration timeout) throws IOException {
        check(url);
        calls.add(new Call(url, headers, new String(body, StandardCharsets.UTF_8), timeout));
        return reactions.isEmpty()
                ? new Answer(204, Map.of(), "")
                : reactions.remove().take();
    }
}
