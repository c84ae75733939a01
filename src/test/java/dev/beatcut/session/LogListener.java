package dev.beatcut.session;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Hears whatever the server logs: words, and stack traces with all causes. What test clients and fakes log is
 * theirs.
 */
final class LogListener extends Handler {

    private static final List<String> OF_THE_TEST = List.of(
            "org.apache.http",
            "io.restassured",
            "groovyx",
            "com.github.tomakehurst",
            "wiremock",
            "org.eclipse.jetty",
            "org.apache.hc",
            "org.awaitility");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Fielded> fielded = new CopyOnWriteArrayList<>();

    /** A record with the fields that it would have as JSON. */
    record Fielded(String logger, String text, Map<String, String> fields) {}

    static LogListener start() {
        var listener = new LogListener();
        listener.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listener);
        return listener;
    }

    void stop() {
        Logger.getLogger("").removeHandler(this);
    }

    /** Level, logger and text of each record. */
    List<String> lines() {
        return lines;
    }

    List<Fielded> fielded() {
        return fielded;
    }

    @Override
    public void publish(LogRecord record) {
        var name = String.valueOf(record.getLoggerName());
        if (OF_THE_TEST.stream().noneMatch(name::startsWith)) {
            var said = record instanceof ExtLogRecord whole ? whole.getFormattedMessage() : record.getMessage();
            if (record instanceof ExtLogRecord whole) {
                fielded.add(new Fielded(name, said, whole.getMdcCopy()));
            }
            lines.add(record.getLevel() + " " + name + " " + said + trace(record.getThrown()));
        }
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
