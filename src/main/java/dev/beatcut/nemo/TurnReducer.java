package dev.beatcut.nemo;

import java.nio.charset.StandardCharsets;

/** Frames of one turn in, its outcome out, and meanwhile what a {@link TurnListener} may hear. */
final class TurnReducer implements FrameSink {

    private final TurnListener listener;
    private final Transcript transcript;
    private NemoError error;
    private NemoError refusal;
    private boolean heard;
    private boolean toolWorked;
    private boolean torn;
    private int unreadable;
    private long worked;

    TurnReducer(TurnListener listener) {
        this.listener = listener;
        this.transcript = new Transcript(listener::text);
    }

    @Override
    public void frame(Frame frame) {
        EventReader.read(frame).forEach(this::event);
    }

    @Override
    public void comment() {
        event(new TurnEvent.Alive());
    }

    @Override
    public void body(String body) {
        try {
            new Answer(200, null, null, body.getBytes(StandardCharsets.UTF_8)).body();
            event(new TurnEvent.Worked());
        } catch (NemoError e) {
            event(new TurnEvent.Broke(e));
        }
    }

    @Override
    public void tooLong() {
        event(new TurnEvent.Unreadable());
    }

    /** The stream ended as streams should. */
    TurnOutcome ended() {
        if (torn && error == null) {
            return cut();
        }
        transcript.closeAll();
        var text = text();
        if (error == null && transcript.noise() != null) {
            error = NemoError.told(transcript.noise());
        }
        if (error != null) {
            return new TurnOutcome.Failed(text, error);
        }
        if (!text.isBlank()) {
            return new TurnOutcome.Spoke(text);
        }
        return toolWorked ? new TurnOutcome.Silent() : new TurnOutcome.Empty();
    }

    /** The connection broke. A failure that was told before stays what it was. */
    TurnOutcome cut() {
        transcript.closeAll();
        return error == null || error.kind() == NemoErrorKind.UNREADABLE
                ? new TurnOutcome.Cut(text())
                : new TurnOutcome.Failed(text(), error);
    }

    TurnOutcome left() {
        transcript.closeAll();
        return new TurnOutcome.Left(text());
    }

    TurnOutcome timedOut() {
        transcript.closeAll();
        return new TurnOutcome.TimedOut(text());
    }

    /** Grows with everything that is not a heartbeat. */
    long worked() {
        return worked;
    }

    int unreadable() {
        return unreadable;
    }

    private String text() {
        return String.join("\n\n", transcript.replies());
    }

    /**
     * The error that the upstream answered with instead of running the message, or null: it is the first thing that came,
     * of a kind that comes before any work, and nothing was done after it.
     */
    NemoError refusal() {
        return refusal;
    }

    private void event(TurnEvent event) {
        var first = !heard;
        heard = true;
        if (event instanceof TurnEvent.Alive) {
            listener.alive();
            return;
        }
        worked++;
        refusal = null;
        switch (event) {
            case TurnEvent.Said said -> say(said);
            case TurnEvent.ToolCalled call -> call(call);
            case TurnEvent.ToolAnswered answer -> toolWorks();
            case TurnEvent.Broke broke -> {
                error = broke.error();
                refusal = first && error.kind().beforeAnyWork() ? error : null;
            }
            case TurnEvent.Unreadable frame -> unreadable++;
            case TurnEvent.Torn frame -> torn = true;
            case TurnEvent.Worked work -> {}
            case TurnEvent.Alive heartbeat -> {}
        }
    }

    private void say(TurnEvent.Said said) {
        var isReply = said.partial()
                ? transcript.delta(said.voice(), said.text())
                : transcript.whole(said.voice(), said.text());
        if (isReply) {
            goesOn();
        }
    }

    private void call(TurnEvent.ToolCalled call) {
        transcript.close(call.voice());
        toolWorks();
        listener.tool(call.name());
    }

    private void toolWorks() {
        toolWorked = true;
        goesOn();
    }

    /** Some servers go on after an error (ADK for Go): only the last word is terminal. */
    private void goesOn() {
        error = null;
    }
}
