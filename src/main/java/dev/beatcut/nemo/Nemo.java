package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.beatcut.observe.Observer;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * NemoVideo's HTTP API, or a studio's. Calls block and belong on virtual threads. Each is sent once; what fails is a
 * {@link NemoError}.
 */
@Singleton
public final class Nemo {

    private final NemoAddress address;
    private final ApiCalls api;
    private final FileCalls files;
    private final TurnCall turns;
    private final Watched watched;

    @Inject
    public Nemo(NemoAddress address, NemoConfig config, Vertx vertx, InstantSource clock, Observer observer) {
        this(
                address,
                config,
                base -> ApiCalls.client(base, config),
                new ByteCalls(vertx, config.connectTimeout(), config.answerTimeout()),
                clock,
                observer);
    }

    /**
     * Over any transport.
     *
     * @param endpoints the JSON endpoints below a base address
     */
    Nemo(
            NemoAddress address,
            NemoConfig config,
            Function<URI, NemoEndpoints> endpoints,
            Calls calls,
            InstantSource clock,
            Observer observer) {
        this.address = address;
        this.api = new ApiCalls(address, config, endpoints, clock);
        this.files = new FileCalls(calls, address, config, clock);
        this.turns = new TurnCall(calls, address, config, clock);
        this.watched = new Watched(observer, clock);
    }

    /** @param clientId stands for one owner: the upstream gives one token a client in 7 days */
    public AnonymousToken anonymousToken(String clientId) {
        return watched.call(
                "token",
                () -> Replies.token(api.call(it -> it.anonymousToken(clientId)).data()));
    }

    /** @param language a code such as {@code en} or {@code zh-CN}, or null */
    public OpenedSession openSession(Credentials credentials, String taskName, String language) {
        var task = JsonNodeFactory.instance.objectNode().put("task_name", taskName);
        if (language != null) {
            task.put("language", language);
        }
        return watched.call(
                "session",
                () -> Replies.session(api.call(it -> it.openSession(caller(credentials), Json.bytes(task)))
                        .data()));
    }

    public Upload uploadUrls(Credentials credentials, String sessionId, List<URI> urls) {
        var body = JsonNodeFactory.instance.objectNode().put("source_type", "url");
        var list = body.putArray("urls");
        urls.forEach(url -> list.add(url.toString()));
        return watched.call(
                "upload",
                () -> Replies.upload(api.call(it -> it.uploadUrls(caller(credentials), sessionId, Json.bytes(body)))
                        .data()));
    }

    /**
     * Streams a file.
     *
     * @param size bytes, exactly what {@code bytes} gives
     */
    public Upload uploadFile(
            Credentials credentials,
            String sessionId,
            String fileName,
            String contentType,
            long size,
            Supplier<InputStream> bytes) {
        var file = new Multipart("beatcut-" + UUID.randomUUID(), fileName, contentType, size, bytes);
        var path = "/api/upload-video/nemo_agent/me/" + sessionId;
        return watched.call(
                "upload",
                () -> Replies.upload(files.upload(credentials, path, file).data()));
    }

    public Balance credits(Credentials credentials) {
        return watched.call(
                "credits",
                () -> Replies.balance(
                        api.call(it -> it.credits(caller(credentials))).data()));
    }

    public State state(Credentials credentials, String sessionId) {
        return watched.call(
                "state",
                () -> Replies.state(
                        api.call(it -> it.state(caller(credentials), sessionId)).data()));
    }

    /**
     * Says {@code text} once and listens to the stream's end.
     *
     * @param leave when the caller has to go: then it hangs up, though the stream has not ended
     * @throws NemoError only if nothing was run; where the message may have been heard, that is an outcome
     */
    public TurnOutcome run(
            Credentials credentials, String sessionId, String text, Instant leave, TurnListener listener) {
        return watched.turn(() -> turns.run(credentials, sessionId, text, leave, listener));
    }

    /**
     * @param renderId made by the caller, unique
     * @param draft exactly as the state gave it
     */
    public RenderJob submitRender(
            Credentials credentials, String renderId, String sessionId, JsonNode draft, RenderOutput output) {
        var job = JsonNodeFactory.instance.objectNode().put("id", renderId).put("sessionId", sessionId);
        job.set("draft", draft);
        var wanted = job.putObject("output");
        putIfSaid(wanted, "format", output.format());
        putIfSaid(wanted, "quality", output.quality());
        putIfSaid(wanted, "resolution", output.resolution());
        if (output.preview()) {
            wanted.put("preview", true);
        }
        return job("submit", renderId, it -> it.submitRender(caller(credentials), Json.bytes(job)));
    }

    /** @throws NemoError of kind NOT_FOUND if the upstream has never heard of it */
    public RenderJob render(Credentials credentials, String renderId) {
        return job("poll", renderId, it -> it.render(caller(credentials), renderId));
    }

    public RenderJob cancelRender(Credentials credentials, String renderId) {
        return job("cancel", renderId, it -> it.cancelRender(caller(credentials), renderId));
    }

    /** The finished film; the reader closes it. The token stays with the upstream itself. */
    public InputStream download(Credentials credentials, RenderJob job) {
        var from =
                job.outputUrl() == null ? address.at("/api/render/proxy/" + job.id() + "/download") : job.outputUrl();
        return watched.call("download", () -> files.download(credentials, from));
    }

    private RenderJob job(String endpoint, String renderId, Function<NemoEndpoints, Response> call) {
        return watched.call(endpoint, () -> RenderReply.read(api.call(call).body(), renderId));
    }

    private Caller caller(Credentials credentials) {
        return Caller.of(credentials, address);
    }

    private static void putIfSaid(com.fasterxml.jackson.databind.node.ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
