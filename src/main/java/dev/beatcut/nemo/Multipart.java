package dev.beatcut.nemo;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One file as {@code multipart/form-data} field {@code files}, sent as it is read: memory stays flat. */
record Multipart(String boundary, String fileName, String contentType, long size, Supplier<InputStream> bytes) {

    private static final int PIECE = 64 * 1024;

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    long length() {
        return head().length + size + tail().length;
    }

    /** @param wait for each piece to leave */
    void write(HttpClientRequest request, Duration wait) throws IOException, TimeoutException {
        ByteCalls.await(request.write(Buffer.buffer(head())), wait);
        try (var in = bytes.get()) {
            var piece = in.readNBytes(PIECE);
            for (; piece.length > 0; piece = in.readNBytes(PIECE)) {
                ByteCalls.await(request.write(Buffer.buffer(piece)), wait);
            }
        }
        ByteCalls.await(request.end(Buffer.buffer(tail())), wait);
    }

    private byte[] head() {
        var name = fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        return utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: " + contentType + "\r\n\r\n");
    }

    private byte[] tail() {
        return utf8("\r\n--" + boundary + "--\r\n");
    }

    private static byte[] utf8(String said) {
        return said.getBytes(StandardCharsets.UTF_8);
    }
}
