package dev.beatcut.nemo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** One file as {@code multipart/form-data} field {@code files}, to be sent as it is read: memory stays flat. */
record Multipart(String boundary, String fileName, String contentType, long size, Supplier<InputStream> bytes) {

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    long length() {
        return head().length + size + tail().length;
    }

    InputStream open() {
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head()), bytes.get(), new ByteArrayInputStream(tail()))));
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
