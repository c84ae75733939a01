package dev.beatcut.nemo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A reply that follows a script on a virtual clock: whoever waits for a step makes time pass, and who waits for less than
 * the step needs is {@link Late}, after what he waited. It ends after its last step. Steps are asked for one by one, when
 * somebody waits for them, so a script may be written while it is played.
 */
public final class ScriptedReply implements StreamedReply {

    /** What comes next, {@code after} a while. */
    public sealed interface Step {
        Duration after();
    }

    public record Piece(Duration after, byte[] bytes) implements Step {
        public Piece(Duration after, String text) {
            this(after, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The connection breaks. */
    public record Broken(Duration after) implements Step {}

    /** The reply ends in good order; only needed if it takes its time. */
    public record End(Duration after) implements Step {}

    private final ReplyHead head;
    private final Consumer<Duration> pass;
    private final Iterator<? extends Step> steps;
    private Duration missing;
    private Step step;
    private boolean over;
    private boolean hungUp;

    /**
     * @param pass moves the virtual clock on
     * @param untilHead how long the head takes
     */
    public ScriptedReply(
            int status,
            Map<String, String> headers,
            Consumer<Duration> pass,
            Duration untilHead,
            Iterator<? extends Step> steps) {
        this.head = new ReplyHead(status, headers);
        this.pass = pass;
        this.missing = untilHead;
        this.steps = steps;
    }

    /** A stream whose head comes at once. */
    public static ScriptedReply stream(Consumer<Duration> pass, Iterator<? extends Step> steps) {
        return new ScriptedReply(200, Map.of("Content-Type", "text/event-stream"), pass, Duration.ZERO, steps);
    }

    /** Whether the caller went before the end. */
    public boolean hungUp() {
        return hungUp;
    }

    @Override
    public ReplyHead head(Duration wait) throws Late {
        waited(wait);
        return head;
    }

    @Override
    public byte[] next(Duration wait) throws IOException, Late {
        if (over) {
            return null;
        }
        if (step == null) {
            step = steps.hasNext() ? steps.next() : new End(Duration.ZERO);
            missing = step.after();
        }
        waited(wait);
        return played();
    }

    private void waited(Duration wait) throws Late {
        var inTime = missing.compareTo(wait) <= 0;
        var passed = inTime ? missing : wait;
        missing = missing.minus(passed);
        pass.accept(passed);
        if (!inTime) {
            throw new Late();
        }
    }

    private byte[] played() throws IOException {
        var now = step;
        step = null;
        over = !(now instanceof Piece);
        return switch (now) {
            case Piece piece -> piece.bytes();
            case End end -> null;
            case Broken broken -> throw new IOException("The connection broke, as the script says");
        };
    }

    @Override
    public void close() {
        hungUp = !over;
    }
}
