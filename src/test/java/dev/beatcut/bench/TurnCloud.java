package dev.beatcut.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A cloud of {@code nemo-api.md}'s shapes that only speaks: it holds every turn back until {@code turns} of them are
 * there, then says a sentence in each at every beat, spread evenly over it, with a heartbeat after every fifth, and at the
 * end the whole text. Each sentence tells when it was sent.
 */
final class TurnCloud implements AutoCloseable {

    private static final class Speech {
        private final HttpServerResponse response;
        private final StringBuilder said = new StringBuilder();
        private int sentences;
        private boolean over;

        Speech(HttpServerResponse response) {
            this.response = response;
            response.exceptionHandler(hungUp -> over = true);
            response.setChunked(true).putHeader("Content-Type", "text/event-stream");
            response.write(": held\n\n");
        }
    }

    private final Vertx vertx;
    private final HttpServer server;
    private final int turns;
    private final int sentences;
    private final long beat;
    private List<Speech> held = new ArrayList<>();
    private CompletableFuture<Void> allThere = new CompletableFuture<>();
    private long names;

    TurnCloud(Vertx vertx, int turns, int sentences, Duration beat) {
        this.vertx = vertx;
        this.turns = turns;
        this.sentences = sentences;
        this.beat = beat.toNanos();
        this.server = vertx.createHttpServer().requestHandler(this::answer);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    /** Where turns are said without Beatcut. */
    URI[] turns(int number) {
        return Collections.nCopies(number, uri().resolve("/run_sse")).toArray(URI[]::new);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** Everything runs on the server's one event loop. */
    private void answer(HttpServerRequest request) {
        var path = request.path();
        if (path.equals("/run_sse")) {
            request.end().onSuccess(read -> hold(request.response()));
            return;
        }
        var data = new JsonObject();
        if (path.endsWith("anonymous-token")) {
            data.put("token", "nmv_usr_bench").put("user_id", "anon_bench").put("credits", 100);
        } else if (path.startsWith("/api/tasks/")) {
            data.put("task_id", "task").put("session_id", String.valueOf(++names));
        } else {
            data.put("state", new JsonObject().put("draft", new JsonObject()));
        }
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("code", 0).put("data", data).encode());
    }

    private void hold(HttpServerResponse response) {
        held.add(new Speech(response));
        if (held.size() == turns) {
            var speeches = held;
            var there = allThere;
            held = new ArrayList<>();
            allThere = new CompletableFuture<>();
            var begin = System.nanoTime() + beat;
            vertx.setPeriodic(1, timer -> speak(speeches, begin, timer));
            there.complete(null);
        }
    }

    /** To be asked for before the first turn is sent. */
    CompletableFuture<Void> allThere() {
        return allThere;
    }

    private void speak(List<Speech> speeches, long begin, long timer) {
        var open = false;
        for (var i = 0; i < speeches.size(); i++) {
            var speech = speeches.get(i);
            var due = begin + speech.sentences * beat + i * beat / turns;
            if (!speech.over && System.nanoTime() >= due) {
                sayNext(speech);
            }
            open |= !speech.over;
        }
        if (!open) {
            vertx.cancelTimer(timer);
        }
    }

    private void sayNext(Speech speech) {
        if (speech.sentences == sentences) {
            speech.over = true;
            speech.response.end(event(speech.said.toString(), false));
            return;
        }
        var text = Sentence.say(speech.sentences++);
        speech.said.append(text);
        speech.response.write(event(text, true));
        if (speech.sentences % 5 == 0) {
            speech.response.write("data: {\"type\":\"heartbeat\"}\n\n");
        }
    }

    private static String event(String text, boolean partial) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putObject("content")
                .put("role", "model")
                .putArray("parts")
                .addObject()
                .put("text", text);
        json.put("partial", partial).put("invocationId", "e-7b1d").put("author", "nemo_agent");
        json.putObject("actions").putObject("stateDelta");
        json.put("id", "Qm3xT0aZ").put("timestamp", 1773423613.104);
        return "data: " + json + "\n\n";
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
