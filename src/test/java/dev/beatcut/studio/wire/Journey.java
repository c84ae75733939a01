package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The way of one answer to its client: pieces, the delays before them, and the connection that may break. */
final class Journey {

    /** Nobody listens longer. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    private final List<Reply.Piece> pieces = new ArrayList<>();
    private Duration waited = Duration.ZERO;
    private Duration all = Duration.ZERO;
    private boolean broken;

    void begin() {
        pieces.clear();
        waited = Duration.ZERO;
        all = Duration.ZERO;
        broken = false;
    }

    void pull() {
        broken = true;
    }

    void pause(Duration length) {
        waited = waited.plus(length);
        all = all.plus(length);
    }

    Reply end(Response answer, ObjectMapper json) throws IOException {
        var after = take();
        if (broken) {
            return new Reply(0, new TreeMap<>(), after, List.of(), true);
        }
        write(answer.getEntity(), json);
        if (waited.isPositive()) {
            pieces.add(new Reply.Piece(take(), new byte[0]));
        }
        var headers = new TreeMap<String, String>();
        answer.getStringHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new Reply(answer.getStatus(), headers, after, List.copyOf(pieces), broken);
    }

    private void write(Object entity, ObjectMapper json) throws IOException {
        switch (entity) {
            case null -> {}
            case StreamingOutput stream -> stream(stream);
            case String text -> pieces.add(new Reply.Piece(Duration.ZERO, text.getBytes(StandardCharsets.UTF_8)));
            default -> pieces.add(new Reply.Piece(Duration.ZERO, json.writeValueAsBytes(entity)));
        }
    }

    private void stream(StreamingOutput stream) throws IOException {
        var out = new Recorder();
        try {
            stream.write(out);
            out.flush();
        } catch (ClientLeft nobodyListens) {
            // The server hears of it by this.
        }
    }

    private Duration take() {
        var taken = waited;
        waited = Duration.ZERO;
        return taken;
    }

    private static final class ClientLeft extends IOException {}

    private final class Recorder extends OutputStream {

        private final ByteArrayOutputStream piece = new ByteArrayOutputStream();

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (all.compareTo(LONGEST) > 0) {
                throw new ClientLeft();
            }
            piece.write(bytes, from, length);
        }

        @Override
        public void flush() {
            if (piece.size() > 0) {
                pieces.add(new Reply.Piece(take(), piece.toByteArray()));
                piece.reset();
            }
        }
    }
}
