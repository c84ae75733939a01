package dev.beatcut.outside;

import dev.beatcut.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files from addresses that a caller named: http and https, from public hosts and one origin besides. Where a redirect
 * leads has to be public, whoever redirects; at most three are followed.
 */
@Singleton
public final class Downloads {

    /** Takes a file in. How much of it is too much, it knows best: the connection ends when it throws. */
    @FunctionalInterface
    public interface Receiver {

        /** @param disposition the header {@code Content-Disposition}, or null */
        void receive(URI from, String disposition, InputStream bytes) throws IOException;
    }

    private static final int MOST_REDIRECTS = 3;
    private static final Duration RESOLVE = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration ALL = Duration.ofMinutes(30);
    private static final Set<String> HTTP = Set.of("http", "https");

    private final Guard strangers;
    private final Guard friend;
    private final Connections connections;

    @Inject
    Downloads(Vertx vertx) {
        this(
                to(Names.OF_THE_SYSTEM, Reach.PUBLIC),
                Names.OF_THE_SYSTEM,
                new Connections(vertx, new HttpClientOptions()));
    }

    /** @param strangers of every address but the own origin */
    Downloads(Guard strangers, Names names, Connections connections) {
        this.strangers = strangers;
        this.friend = to(names, Reach.PUBLIC, Reach.OWN);
        this.connections = connections;
    }

    static Guard to(Names names, Reach... reach) {
        return new Guard(names, HTTP, EnumSet.copyOf(List.of(reach)), Integer.MAX_VALUE);
    }

    /**
     * Brings what is at {@code url} to {@code receiver}, once.
     *
     * @param own an origin that {@code url} may be of though it is private: exactly this scheme, host and port
     * @throws Problem INVALID_REQUEST if it, or what it redirects to, is not to be called, or there is no file
     * @throws IOException if it cannot be reached, or breaks off
     */
    public void get(URI url, URI own, Receiver receiver) throws IOException {
        var next = Optional.of(url);
        for (int hop = 0; hop <= MOST_REDIRECTS && next.isPresent(); hop++) {
            var guard = hop == 0 && isOf(own, url) ? friend : strangers;
            next = hop(guard, next.get(), receiver);
        }
        if (next.isPresent()) {
            throw refused("redirects more than " + MOST_REDIRECTS + " times");
        }
    }

    /** @return where it redirects to, empty when the file came */
    private Optional<URI> hop(Guard guard, URI url, Receiver receiver) throws IOException {
        var place = guard.admit(url, RESOLVE);
        try (var arriving = new Arriving(connect(place), SILENCE, ALL)) {
            var head = arriving.head();
            if (head.statusCode() / 100 == 3) {
                return Optional.of(target(url, head.getHeader("Location")));
            }
            if (head.statusCode() != 200) {
                throw refused("answers " + head.statusCode());
            }
            receiver.receive(url, head.getHeader("Content-Disposition"), arriving);
            return Optional.empty();
        }
    }

    private HttpClientRequest connect(Place place) throws IOException {
        var opening = connections.open(HttpMethod.GET, place, Map.of(), CONNECT);
        try {
            return Connections.await(opening, CONNECT);
        } catch (IOException unreachable) {
            opening.onSuccess(HttpClientRequest::reset);
            throw unreachable;
        }
    }

    private static boolean isOf(URI own, URI url) {
        return own.getHost() != null
                && own.getHost().equalsIgnoreCase(url.getHost())
                && own.getScheme().equalsIgnoreCase(url.getScheme())
                && Place.port(own) == Place.port(url);
    }

    private static URI target(URI from, String location) {
        try {
            return from.resolve(new URI(location == null ? "" : location));
        } catch (URISyntaxException malformed) {
            throw refused("redirects to nowhere");
        }
    }

    private static Problem refused(String why) {
        return Problem.invalid("The url " + why + ".", "Give the address of the file itself.");
    }

    @PreDestroy
    void close() {
        connections.close();
    }
}
