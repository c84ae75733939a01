package dev.beatcut.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A film of 500 MB through the packaged server with a small heap: put by one request, then another in parts, each
 * completed up to the studio's judgement, which fetches it from the store. Says how long each step took and how much
 * memory the server had.
 *
 * <p>Arguments, both may be left out: heap (128m), MiB (500). Run {@code ./mvnw -q package -DskipTests} first. Exits with 1
 * if a film was not READY or the server complained.
 */
public final class UploadBench {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final Path film;

    private UploadBench(URI server, Path film) {
        this.server = server;
        this.film = film;
    }

    public static void main(String[] args) throws Exception {
        var heap = args.length > 0 ? args[0] : "128m";
        long size = Long.parseLong(args.length > 1 ? args[1] : "500") << 20;
        var film = film(size);
        try (var server = new ServerProcess(null, heap, List.of())) {
            var bench = new UploadBench(server.uri(), film);
            say("heap %s, film of %d bytes; started: %s", heap, size, server.memory());
            var good = bench.uploaded(false);
            say("%s", server.memory());
            good &= bench.uploaded(true);
            say("%s", server.memory());
            server.complaints().forEach(UploadBench::say);
            System.exit(good && server.complaints().isEmpty() ? 0 : 1);
        } finally {
            Files.delete(film);
        }
    }

    /** A short film and then nothing (a {@code free} box), most of it a hole in the file. */
    private static Path film(long size) throws IOException {
        var film = Files.createTempFile("upload-bench", ".mp4");
        Ffmpeg.bundled().run(List.of("-y", "-f", "lavfi", "-i", "testsrc=s=320x240:d=2", film.toString()));
        try (var file = new RandomAccessFile(film.toFile(), "rw")) {
            var box = ByteBuffer.allocate(8)
                    .putInt((int) (size - file.length()))
                    .put("free".getBytes(StandardCharsets.US_ASCII));
            file.seek(file.length());
            file.write(box.array());
            file.setLength(size);
        }
        return film;
    }

    private boolean uploaded(boolean inParts) throws IOException, InterruptedException {
        var session = call("/sessions", "{}").path("id").asText();
        var media = "/sessions/" + session + "/media";
        var item = call(
                media,
                "{\"name\":\"film.mp4\",\"type\":\"video/mp4\",\"size\":%d,\"multipart\":%b}"
                        .formatted(Files.size(film), inParts));
        var begun = System.nanoTime();
        if (inParts) {
            putParts(item.path("upload"));
        } else {
            put(item.path("upload").path("url").asText(), BodyPublishers.ofFile(film));
        }
        var put = System.nanoTime();
        var ended = call(media + "/" + item.path("id").asText() + "/complete", "");
        say(
                "%s: put in %.1f s (%.0f MB/s), completed in %.1f s: %s",
                inParts ? item.path("upload").path("parts").size() + " parts" : "one request",
                (put - begun) / 1e9,
                Files.size(film) / 1e6 / ((put - begun) / 1e9),
                (System.nanoTime() - put) / 1e9,
                ended);
        return ended.path("status").asText().equals("READY");
    }

    private void putParts(JsonNode upload) throws IOException, InterruptedException {
        int length = upload.path("partSize").asInt();
        try (var bytes = Files.newInputStream(film)) {
            for (var link : upload.path("parts")) {
                put(link.asText(), BodyPublishers.ofByteArray(bytes.readNBytes(length)));
            }
        }
    }

    private void put(String link, BodyPublisher body) throws IOException, InterruptedException {
        var answer =
                http.send(HttpRequest.newBuilder(URI.create(link)).PUT(body).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    private JsonNode call(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    private static void say(String format, Object... values) {
        System.out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
