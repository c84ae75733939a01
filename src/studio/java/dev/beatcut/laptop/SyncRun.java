package dev.beatcut.laptop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.objects.Objects;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** The main job in one command, through the public API only: session, upload, turn, export, poll, download. */
final class SyncRun implements QuarkusApplication {

    private final Objects objects;
    private final ObjectMapper json;
    private final Demo demo;
    private final Screen screen = Screen.standard();

    /** @param objects tells this server's own address */
    SyncRun(Objects objects, ObjectMapper json, Demo demo) {
        this.objects = objects;
        this.json = json;
        this.demo = demo;
    }

    @Override
    public int run(String... args) throws IOException, InterruptedException {
        var options = SyncOptions.parse(args).options();
        try {
            film(options, new Api(objects.origin(), json));
            return 0;
        } catch (Api.Refused refused) {
            screen.broken();
            System.err.println("beatcut: " + refused.getMessage() + System.lineSeparator() + "Next: " + refused.next());
            return 1;
        }
    }

    private void film(SyncOptions options, Api api) throws IOException, InterruptedException {
        screen.step("Setting things up");
        var files = options.demo ? demo.make() : options.files;
        var opening = api.object();
        if (options.profile != null) {
            opening.put("profile", options.profile);
        }
        var opened = api.post("/sessions", opening);
        var session = "/sessions/" + opened.path("id").asText();
        upload(api, session, files);
        var turn = ask(
                api, session, wish(options, files, opened.path("instruction").asText()));
        var rendered = render(api, session, options.format());
        var film = download(api, rendered, options.out);
        screen.say("");
        screen.say(turn.path("reply").asText());
        screen.say(api.text(session + "/timeline", "text/plain"));
        report(rendered.path("report"), api.get(session + "/timeline").path("placed"));
        screen.say("Film: " + film + String.format(Locale.ROOT, " (%.1f MB)", Files.size(film) / 1e6));
    }

    /** Unasked, one video is kept as it is; several files are brought to be cut. */
    private static String wish(SyncOptions options, List<Path> files, String ofProfile) {
        if (options.ask != null) {
            return options.ask;
        }
        return options.profile == null && files.size() > 2 ? "cut to the beat" : ofProfile;
    }

    private void upload(Api api, String session, List<Path> files) throws IOException, InterruptedException {
        screen.step("Uploading");
        for (int i = 0; i < files.size(); i++) {
            var file = files.get(i);
            var announced = api.object();
            announced.put("name", file.getFileName().toString());
            announced.put("size", Files.size(file));
            var media = api.post(session + "/media", announced);
            api.bring(file, media.path("upload"));
            api.post(session + "/media/" + media.path("id").asText() + "/complete", api.object());
            screen.progress(100 * (i + 1) / files.size());
        }
    }

    private JsonNode ask(Api api, String session, String text) throws IOException, InterruptedException {
        screen.step("Listening and cutting");
        var turn = api.post(session + "/turns", api.object().put("text", text));
        var path = "/turns/" + turn.path("id").asText() + "?wait=20";
        while (!List.of("DONE", "FAILED").contains(turn.path("status").asText())) {
            turn = api.get(path);
        }
        if (turn.path("status").asText().equals("FAILED")) {
            throw Api.refused(turn.path("problem"));
        }
        if (api.get(session + "/timeline").path("tracks").isEmpty()) {
            throw new Api.Refused(turn.path("reply").asText(), "Change the files or --ask, and run it again.");
        }
        return turn;
    }

    private JsonNode render(Api api, String session, String format) throws IOException, InterruptedException {
        screen.step("Rendering");
        var render = api.post(session + "/renders", api.object().put("format", format));
        var path = "/renders/" + render.path("id").asText() + "?wait=1";
        while (!List.of("COMPLETED", "FAILED", "CANCELLED")
                .contains(render.path("status").asText())) {
            render = api.get(path);
            screen.progress(render.path("progress").asInt());
        }
        if (!render.path("status").asText().equals("COMPLETED")) {
            throw Api.refused(render.path("problem"));
        }
        return render;
    }

    /** The film appears under its name whole or not at all. */
    private Path download(Api api, JsonNode render, Path out) throws IOException, InterruptedException {
        var film = out.toAbsolutePath().normalize();
        var part = film.resolveSibling(
                "." + film.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        var sweep = new Thread(() -> part.toFile().delete());
        Runtime.getRuntime().addShutdownHook(sweep);
        try {
            api.fetch("/renders/" + render.path("id").asText() + "/file", part);
            Files.move(part, film, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return film;
        } catch (IOException unwritten) {
            Files.deleteIfExists(part);
            throw unwritten(film, unwritten);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A full disk reads as a cancelled stream in the exception itself, so the room that is left is said beside it. */
    private static Api.Refused unwritten(Path film, IOException why) throws IOException {
        Throwable first = why;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        var free = Files.getFileStore(film.getParent()).getUsableSpace();
        return new Api.Refused(
                String.format(
                        Locale.ROOT,
                        "The film could not be written to \"%s\", where %.1f MB were free: %s.",
                        film,
                        free / 1e6,
                        first.getMessage()),
                "Free some space there or choose another --out, and run it again.");
    }

    private void report(JsonNode report, JsonNode placed) {
        if (placed.isObject()) {
            screen.say(String.format(
                    Locale.ROOT,
                    "Sync report: the video is kept; %d of its %d cuts and %d of its %d motion peaks meet a beat, %.1f ms off"
                            + " on average",
                    placed.path("cutsMet").asInt(),
                    placed.path("cuts").asInt(),
                    placed.path("peaksMet").asInt(),
                    placed.path("peaks").asInt(),
                    placed.path("meanMs").asDouble()));
            return;
        }
        if (report.isMissingNode() || report.isNull()) {
            screen.say("Sync report: none, the film has no cuts that could be measured on beats.");
            return;
        }
        screen.say(String.format(
                Locale.ROOT,
                "Sync report: %d beats used, %d cuts found in the film; distance to the beat: mean %.1f ms, 95th percentile"
                        + " %.1f ms, max %.1f ms; %d off their frame",
                report.path("cuts").asInt(),
                report.path("found").asInt(),
                report.path("meanMs").asDouble(),
                report.path("p95Ms").asDouble(),
                report.path("maxMs").asDouble(),
                report.path("frameErrors").asInt()));
    }
}
