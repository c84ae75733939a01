package dev.beatcut.nemo;

import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Files to and from the upstream. */
final class FileCalls {

    private static final int MOST_REDIRECTS = 3;

    private final ByteCalls calls;
    private final NemoAddress address;
    private final Duration answerTimeout;
    private final Duration uploadTimeout;

    FileCalls(ByteCalls calls, NemoAddress address, NemoConfig config) {
        this.calls = calls;
        this.address = address;
        this.answerTimeout = config.answerTimeout();
        this.uploadTimeout = config.uploadTimeout();
    }

    Answer upload(Credentials credentials, String path, Multipart file) {
        var headers = Caller.of(credentials).headers();
        headers.put("Accept", "application/json");
        headers.put("Content-Type", file.type());
        headers.put("Content-Length", Long.toString(file.length()));
        var request = calls.connect(HttpMethod.POST, address.at(path), headers);
        var reply = calls.reply(request);
        try {
            file.write(request, answerTimeout);
        } catch (IOException | TimeoutException e) {
            if (!reply.succeeded()) { // else it was refused before its end, and the reply says why
                request.reset();
                throw NemoError.unreachable("The connection broke while " + file.size() + " bytes were uploaded", e);
            }
        }
        try (var answered = ByteCalls.await(reply, uploadTimeout)) {
            return answer(answered);
        } catch (IOException | TimeoutException e) {
            request.reset();
            throw NemoError.unreachable("The upload was sent and not answered", e);
        }
    }

    private Answer answer(Chunks reply) throws IOException {
        try {
            return new Answer(
                    reply.status(),
                    reply.header("Content-Type"),
                    reply.header("Retry-After"),
                    reply.rest(Answer.LONGEST, answerTimeout));
        } catch (Chunks.Late e) {
            throw new IOException("The upstream stopped in the middle of its answer", e);
        }
    }

    /** The credentials go only to the upstream itself, also when it redirects. */
    InputStream download(Credentials credentials, URI from) {
        var at = from;
        for (var hops = 0; hops <= MOST_REDIRECTS; hops++) {
            var bearer = address.sameOrigin(at) && at.getPath().startsWith("/api/");
            Map<String, String> headers =
                    bearer ? Caller.of(credentials).headers() : new LinkedHashMap<String, String>();
            var reply = get(at, headers);
            var location = reply.header("Location");
            if (reply.status() / 100 == 2 && !isJson(reply)) {
                return new ChunkStream(reply, answerTimeout);
            }
            if (reply.status() / 100 != 3 || location == null) {
                throw refusal(reply);
            }
            reply.close();
            at = at.resolve(location);
        }
        throw NemoError.unreadable(310, "The film's address redirects more than " + MOST_REDIRECTS + " times");
    }

    private Chunks get(URI from, Map<String, String> headers) {
        var request = calls.connect(HttpMethod.GET, from, headers);
        try {
            return calls.send(request, new byte[0], answerTimeout);
        } catch (IOException | TimeoutException e) {
            request.reset();
            throw NemoError.unreachable("No answer from " + from.getHost(), e);
        }
    }

    private static boolean isJson(Chunks reply) {
        var type = reply.header("Content-Type");
        return type != null && type.contains("json");
    }

    private NemoError refusal(Chunks reply) {
        try (reply) {
            answer(reply).body();
            return NemoError.unreadable(reply.status(), "The film's address answered with JSON");
        } catch (NemoError e) {
            return e;
        } catch (IOException e) {
            return NemoError.unreachable("The film's address answered HTTP " + reply.status() + " and broke off", e);
        }
    }
}
