package dev.beatcut.nemo;

import dev.beatcut.observe.Observer;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** {@link Nemo} without sockets: an upstream in the same process, on any clock, with the real limits of a turn. */
public final class InProcessNemo {

    /** Where the upstream seems to be. */
    public static final NemoAddress ADDRESS = new NemoAddress(URI.create("https://nemo.test"), null);

    private static final Settings REAL_LIMITS = new Settings(Duration.ofMinutes(15), Duration.ofMinutes(10));

    /** Answers what is not JSON both ways: turns and films. */
    public interface Bytes {

        /**
         * @param headers as they would be sent
         * @param body of the request
         * @throws IOException the connection broke after the request was sent and before any reply
         * @throws NemoError from {@link InProcessNemo#noConnection()}: nothing was sent
         */
        ScriptedReply reply(String method, URI uri, Map<String, String> headers, byte[] body) throws IOException;
    }

    private InProcessNemo() {}

    public static Nemo nemo(NemoEndpoints endpoints, Bytes bytes, InstantSource clock) {
        return nemo(endpoints, bytes, clock, Observer.NONE);
    }

    static Nemo nemo(NemoEndpoints endpoints, Bytes bytes, InstantSource clock, Observer observer) {
        Calls calls = (method, uri, headers, body) -> bytes.reply(method, uri, headers, body.readAllBytes());
        return new Nemo(ADDRESS, REAL_LIMITS, base -> endpoints, calls, clock, observer);
    }

    /** What an endpoint answers. */
    public static Response answer(int status, Map<String, String> headers, byte[] body) {
        InputStream bytes = new ByteArrayInputStream(body);
        var answer = Response.status(status).entity(bytes);
        headers.forEach(answer::header);
        return answer.build();
    }

    /** To be thrown by {@link RunSse}. */
    public static NemoError noConnection() {
        return NemoError.unreachable("No connection to " + ADDRESS.name(), null);
    }

    /** To be thrown by an endpoint: no connection, or one that broke before the answer. */
    public static ProcessingException broken() {
        return new ProcessingException(new IOException("The connection broke"));
    }
}
