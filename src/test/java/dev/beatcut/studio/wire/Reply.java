package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came back.
 *
 * @param status 0 if the connection broke before there was one
 * @param headers by lower-case name
 * @param after how long nothing came at all
 * @param breaks whether the connection breaks after the last piece, instead of ending
 */
public record Reply(int status, Map<String, String> headers, Duration after, List<Piece> pieces, boolean breaks) {

    /** @param after how long after the one before; a last piece may be empty, then the end is as late */
    public record Piece(Duration after, byte[] bytes) {}

    public byte[] body() {
        var all = new ByteArrayOutputStream();
        pieces.forEach(piece -> all.writeBytes(piece.bytes()));
        return all.toByteArray();
    }

    public String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return JsonMapper.builder().build().readTree(body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(text(), malformed);
        }
    }

    /** From the request to the end. */
    public Duration took() {
        return pieces.stream().map(Piece::after).reduce(after, Duration::plus);
    }
}
