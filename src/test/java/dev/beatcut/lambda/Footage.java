package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.studio.ffmpeg.Made;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/** What films are made of here, and how a caller brings it. */
final class Footage {

    private Footage() {}

    /** Six seconds of a test picture. */
    static Path clip(Path folder) {
        return Made.clip(folder.resolve("pan.mp4"), "testsrc2=s=320x240:r=30:d=6", "-pix_fmt", "yuv420p", "-y");
    }

    /** A kick on every beat of 120 a minute. */
    static Path song(Path folder) {
        return Made.make(
                folder.resolve("song.mp3"),
                List.of("-f", "lavfi", "-i", "aevalsrc=0.8*sin(2*PI*70*t)*exp(-18*mod(t\\,0.5)):d=12", "-y"));
    }

    /** @param upload as the answer to who asks where to put a file says it */
    static void put(JsonNode upload, Path file) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(upload.at("/url").asText()))
                .method(upload.at("/method").asText(), BodyPublishers.ofFile(file));
        upload.at("/headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }
}
