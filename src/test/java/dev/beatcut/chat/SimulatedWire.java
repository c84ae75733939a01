package dev.beatcut.chat;

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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The wire between a process and the studio, without sockets: replies take their (virtual) time, connections break, and
 * the process may die before and after each request and between the pieces of a reply.
 */
final class SimulatedWire implements InProcessNemo.RunSse {

    private static final Duration ON_THE_WAY = Duration.ofMillis(1);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final InProcessStudio studio;
    private final Consumer<Duration> pass;
    private final Runnable mortal;

    SimulatedWire(InProcessStudio studio, Consumer<Duration> pass, Runnable mortal) {
        this.studio = studio;
        this.pass = pass;
        this.mortal = mortal;
    }

    @Override
    public ScriptedReply reply(Map<String, String> headers, byte[] body) throws IOException {
        var reply = call("POST", "/run_sse", headers, body);
        if (reply.status() == 0) {
            pass.accept(reply.after());
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
        mortal.run();
        pass.accept(time);
    }

    /** By the interface's own annotations; a class that implements it would be taken for a resource by Quarkus. */
    NemoEndpoints endpoints() {
        return (NemoEndpoints) Proxy.newProxyInstance(
                NemoEndpoints.class.getClassLoader(),
                new Class<?>[] {NemoEndpoints.class},
                (self, endpoint, values) -> answer(endpoint, values));
    }

    private Response answer(Method endpoint, Object[] values) {
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
        var method = endpoint.isAnnotationPresent(POST.class) ? "POST" : "GET";
        return inTime(call(method, path, headers, body));
    }

    private Reply call(String method, String path, Map<String, String> headers, byte[] body) {
        wait(ON_THE_WAY);
        var reply = studio.call(method, path, headers, body);
        mortal.run();
        return reply;
    }

    private Response inTime(Reply reply) {
        if (reply.took().compareTo(ANSWER_TIMEOUT) > 0) {
            pass.accept(ANSWER_TIMEOUT);
            throw new ProcessingException(new TimeoutException());
        }
        pass.accept(reply.took());
        if (reply.status() == 0 || reply.breaks()) {
            throw InProcessNemo.broken();
        }
        return InProcessNemo.answer(reply.status(), reply.headers(), reply.body());
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
