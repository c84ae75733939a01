package dev.beatcut.nemo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of an event stream in, frames out. Lines end with LF, CRLF or CR, and bytes may come cut anywhere: a line is
 * decoded only when it is complete. Memory is bounded by {@link #LONGEST_FRAME}. Grammar: {@code nemo-api.md} §4.3.
 */
final class SseReader {

    /** Bytes of a frame's data, its JSON included: room for a text of 1 MB in which every character is escaped. */
    static final int LONGEST_FRAME = 4 * 1024 * 1024;

    private static final int USUAL_LINE = 4 * 1024;
    private static final char BOM = '\uFEFF';

    /** What ADK for Go writes between its frames. */
    private static final String PLAIN_ERROR = "Error while running agent";

    private final FrameSink sink;
    private ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL_LINE);
    private boolean afterCr;
    private boolean anyField;
    private boolean noStream;
    private boolean begun;
    private boolean tooLong;
    private String event;
    private StringBuilder data;

    SseReader(FrameSink sink) {
        this.sink = sink;
    }

    void read(byte[] bytes, int from, int length) {
        for (var i = from; i < from + length; i++) {
            take(bytes[i]);
        }
    }

    /** The stream is over: an unterminated last frame is given as it is. */
    void end() {
        if (line.size() > 0) {
            lineEnds();
        }
        if (noStream && !tooLong) {
            sink.body(data.toString());
        } else if (begun) {
            frameEnds(false);
        }
        begun = false;
    }

    private void take(byte next) {
        var lfOfCrLf = afterCr && next == '\n';
        afterCr = next == '\r';
        if (lfOfCrLf || next == 0) {
            return;
        }
        if (next == '\n' || next == '\r') {
            lineEnds();
        } else if (tooLong) {
            skip(next);
        } else if (line.size() + (data == null ? 0 : data.length()) < LONGEST_FRAME) {
            line.write(next);
        } else {
            begun = true;
            tooLong = true;
            data = null;
            emptyLine();
            skip(next);
        }
    }

    /** Of a frame that is too long only whether a line is empty matters. */
    private void skip(byte next) {
        if (line.size() == 0) {
            line.write(next);
        }
    }

    private void lineEnds() {
        var said = line.toString(StandardCharsets.UTF_8);
        emptyLine();
        said = !said.isEmpty() && said.charAt(0) == BOM ? said.substring(1) : said;
        noStream |= !anyField && isBody(said);
        if (noStream) {
            add(said);
        } else if (!said.isEmpty()) {
            field(said);
        } else if (begun) {
            frameEnds(true);
        }
    }

    private void emptyLine() {
        if (line.size() > USUAL_LINE) {
            line = new ByteArrayOutputStream(USUAL_LINE);
        }
        line.reset();
    }

    /** JSON or HTML where a stream should begin. */
    private static boolean isBody(String line) {
        var said = line.stripLeading();
        return !said.isEmpty() && "{[<".indexOf(said.charAt(0)) >= 0;
    }

    private void field(String said) {
        if (said.charAt(0) == ':' && !tooLong) {
            sink.comment();
            return;
        }
        anyField = true;
        var colon = said.indexOf(':');
        var name = colon < 0 ? said : said.substring(0, colon);
        var value = colon < 0 ? "" : said.substring(said.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
        if (name.equals(PLAIN_ERROR)) {
            sink.frame(new Frame("error", value, true));
            return;
        }
        begun = true;
        if (name.equals("event")) {
            event = value;
        } else if (name.equals("data")) {
            add(value);
        }
    }

    private void add(String value) {
        if (!tooLong) {
            data = data == null ? new StringBuilder() : data.append('\n');
            data.append(value);
        }
    }

    private void frameEnds(boolean whole) {
        if (tooLong) {
            sink.tooLong();
        } else {
            sink.frame(new Frame(event, data == null ? null : data.toString(), whole));
        }
        begun = false;
        tooLong = false;
        event = null;
        data = null;
    }
}
