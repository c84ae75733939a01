package dev.beatcut.nemo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;

/** Files to and from the upstream. */
final class FileCalls {

    private static final int MOST_REDIRECTS = 3;

    private final Calls calls;
    private final NemoAddress address;
    private final InstantSource clock;
    private final Duration answerTimeout;
    private final Duration uploadTimeout;

    FileCalls(Calls calls, NemoAddress address, NemoConfig config, InstantSource clock) {
        this.calls = calls;
        this.address = address;
        this.clock = clock;
        this.answerTimeout = config.answerTimeout();
        this.uploadTimeout = config.uploadTimeout();
    }

    Answer upload(Credentials credentials, String path, Multipart file) {
        var headers = Caller.of(credentials, address).headers();
        headers.put("Accept", "application/json");
        headers.put("Content-Type", file.type());
        headers.put("Content-Length", Long.toString(file.length()));
        try (var body = file.open();
                var reply = calls.send("POST", address.at(path), headers, body)) {
            return answer(reply, uploadTimeout);
        } catch (IOException | Late e) {
            throw NemoError.unreachable("The upload of " + file.size() + " bytes was not answered", e);
        }
    }

    private Answer answer(StreamedReply reply, Duration wait) throws IOException, Late {
        return Answer.of(
                reply.head(wait),
                clock.instant(),
                StreamedReply.whole(Answer.LONGEST, () -> reply.next(answerTimeout)));
    }

    /** The credentials go only to the upstream itself, also when it redirects. */
    InputStream download(Credentials credentials, URI from) {
        var at = from;
        for (var hops = 0; hops <= MOST_REDIRECTS; hops++) {
            var reply = get(credentials, at);
            var head = head(reply, at);
            if (head.succeeded() && !head.isOf("json")) {
                return new ReplyStream(reply, answerTimeout);
            }
            if (head.status() / 100 != 3 || head.header("Location") == null) {
                throw refusal(reply, head);
            }
            reply.close();
            at = redirected(at, head);
        }
        throw NemoError.unreadable(310, "The film's address redirects more than " + MOST_REDIRECTS + " times");
    }

    private StreamedReply get(Credentials credentials, URI from) {
        var isUpstream = address.sameOrigin(from) && from.getPath().startsWith("/api/");
        try {
            return calls.send(
                    "GET",
                    from,
                    isUpstream ? Caller.of(credentials, address).headers() : Map.of(),
                    InputStream.nullInputStream());
        } catch (IOException e) {
            throw NemoError.unreachable("No answer from " + from.getHost(), e);
        }
    }

    private ReplyHead head(StreamedReply reply, URI from) {
        try {
            return reply.head(answerTimeout);
        } catch (IOException | Late e) {
            reply.close();
            throw NemoError.unreachable("No answer from " + from.getHost(), e);
        }
    }

    private static URI redirected(URI from, ReplyHead head) {
        try {
            var to = from.resolve(new URI(head.header("Location")));
            if (to.getHost() != null && to.getScheme().toLowerCase(Locale.ROOT).startsWith("http")) {
                return to;
            }
        } catch (URISyntaxException e) {
            // as little of an address as one that is not HTTP's
        }
        throw NemoError.unreadable(head.status(), "The film's address redirects to something that is no address");
    }

    private NemoError refusal(StreamedReply reply, ReplyHead head) {
        try (reply) {
            answer(reply, answerTimeout).body();
            return NemoError.unreadable(head.status(), "The film's address answered with JSON");
        } catch (NemoError e) {
            return e;
        } catch (IOException | Late e) {
            return NemoError.unreachable("The film's address answered HTTP " + head.status() + " and broke off", e);
        }
    }
}
