package dev.beatcut.simulation;

import dev.beatcut.nemo.Caller;
import dev.beatcut.nemo.InProcessNemo;
import dev.beatcut.nemo.NemoEndpoints;
import dev.beatcut.nemo.ScriptedReply;
import dev.beatcut.studio.wire.InProcessStudio;
import dev.beatcut.studio.wire.Reply;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The wire between a process and the studio, without sockets: replies take their (virtual) time, connections break, and
 * the process may die before and after each request and between the pieces of a reply.
 */
public final class SimulatedWire implements InProcessNemo.Bytes {

    /** Nobody waits longer for a JSON answer. */
    public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final InProcessStudio studio;
    private final Life life;
    private final Road road;

    public SimulatedWire(InProcessStudio studio, Life life, Road road) {
        this.studio = studio;
        this.life = life;
        this.road = road;
    }

    @Override
    public ScriptedReply reply(String method, URI uri, Map<String, String> headers, byte[] body) throws IOException {
        var reply = call(new Road.Request(method, uri.getPath(), headers, body));
        if (reply.status() == 0) {
            life.pass(reply.after());
            throw new IOException("The connection broke");
        }
        var pieces = reply.pieces().stream().map(piece -> new ScriptedReply.Piece(piece.after(), piece.bytes()));
        var end = reply.breaks() ? new ScriptedReply.Broken(Duration.ZERO) : new ScriptedReply.End(Duration.ZERO);
        return new ScriptedReply(
                reply.status(),
                reply.headers(),
                this::wait,
                reply.after(),
                Stream.concat(pieces, Stream.of(end)).iterator());
    }

    private void wait(Duration time) {
        life.point();
        life.pass(time);
    }

    /** By the interface's own annotations; a class that implements it would be taken for a resource by Quarkus. */
    public NemoEndpoints endpoints() {
        return (NemoEndpoints) Proxy.newProxyInstance(
                NemoEndpoints.class.getClassLoader(),
                new Class<?>[] {NemoEndpoints.class},
                (self, endpoint, values) -> inTime(request(endpoint, values)));
    }

    private static Road.Request request(Method endpoint, Object[] values) {
        var path = NemoEndpoints.class.getAnnotation(Path.class).value()
                + endpoint.getAnnotation(Path.class).value();
        var headers = new HashMap<String, String>();
        byte[] body = null;
        for (int i = 0; i < values.length; i++) {
            var parameter = endpoint.getParameters()[i];
            switch (values[i]) {
                case Caller caller -> headers.putAll(headers(caller));
                case byte[] bytes -> body = bytes;
                case String text
                when parameter.isAnnotationPresent(HeaderParam.class) ->
                    headers.put(parameter.getAnnotation(HeaderParam.class).value(), text);
                default ->
                    path = path.replace(
                            "{" + parameter.getAnnotation(PathParam.class).value() + "}", values[i].toString());
            }
        }
        return new Road.Request(endpoint.isAnnotationPresent(POST.class) ? "POST" : "GET", path, headers, body);
    }

    private Response inTime(Road.Request request) {
        var reply = call(request);
        if (reply.took().compareTo(ANSWER_TIMEOUT) > 0) {
            throw timedOut();
        }
        life.pass(reply.took());
        road.answered(request, reply);
        if (reply.status() == 0 || reply.breaks()) {
            throw InProcessNemo.broken();
        }
        return InProcessNemo.answer(reply.status(), reply.headers(), reply.body());
    }

    private Reply call(Road.Request request) {
        var way = road.sent(request);
        life.point();
        if (way.compareTo(ANSWER_TIMEOUT) > 0) {
            life.leave(way, () -> arrive(request));
            throw timedOut();
        }
        life.pass(way);
        var reply = arrive(request);
        life.point();
        return reply;
    }

    private Reply arrive(Road.Request request) {
        return studio.call(request.method(), request.path(), request.headers(), request.body());
    }

    private ProcessingException timedOut() {
        life.pass(ANSWER_TIMEOUT);
        return new ProcessingException(new TimeoutException());
    }

    private static Map<String, String> headers(Caller caller) {
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("Authorization", caller.getAuthorization());
        headers.put("X-Skill-Source", caller.getSource());
        headers.put("X-Skill-Version", caller.getVersion());
        headers.put("X-Skill-Platform", caller.getPlatform());
        return headers;
    }
}
