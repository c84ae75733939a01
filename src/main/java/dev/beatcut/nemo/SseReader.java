package dev.beatcut.nemo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of an event stream in, frames out. Lines end with LF, CRLF or CR, and bytes may come cut anywhere: a line is
 * decoded only when it is complete. Memory is bounded by {@link #LONGEST_FRAME}. Grammar: {@code nemo-api.md} §4.3.
 */
final class SseReader {

    static final int LONGEST_FRAME = 1024 * 1024;

    private static final char BOM = '\uFEFF';

    private final FrameSink sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private boolean firstLine = true;
    private boolean afterCr;
    private boolean begun;
    private boolean tooLong;
    private int frameBytes;
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
        if (begun) {
            frameEnds(false);
        }
    }

    private void take(byte next) {
        var lfOfCrLf = afterCr && next == '\n';
        afterCr = next == '\r';
        if (lfOfCrLf) {
            return;
        }
        if (next == '\n' || next == '\r') {
            lineEnds();
        } else if (++frameBytes > LONGEST_FRAME) {
            begun = true;
            tooLong = true;
            line.reset();
            line.write(next);
            data = null;
            frameBytes = LONGEST_FRAME;
        } else {
            line.write(next);
        }
    }

    private void lineEnds() {
        var said = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (firstLine && !said.isEmpty() && said.charAt(0) == BOM) {
            said = said.substring(1);
        }
        firstLine = false;
        if (!said.isEmpty()) {
            field(said);
        } else if (begun) {
            frameEnds(true);
        }
    }

    private void field(String said) {
        if (said.charAt(0) == ':' && !tooLong) {
            sink.comment();
            return;
        }
        begun = true;
        var colon = said.indexOf(':');
        var name = colon < 0 ? said : said.substring(0, colon);
        var value = colon < 0 ? "" : said.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        if (name.equals("event")) {
            event = value;
        } else if (name.equals("data") && !tooLong) {
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
        frameBytes = 0;
        event = null;
        data = null;
    }
}
