package dev.beatcut.nemo;

/**
 * What came of a message. After anything but {@link Spoke} the state tells whether something was changed; the message is
 * never sent again.
 */
public sealed interface TurnOutcome {

    /** What the agent said, several replies a blank line apart; empty if it said nothing. */
    default String text() {
        return "";
    }

    /** The stream ended well and the agent said something. */
    record Spoke(String text) implements TurnOutcome {}

    /** The stream ended well after tools had worked, without a word. */
    record Silent() implements TurnOutcome {}

    /** The stream ended well with nothing in it. */
    record Empty() implements TurnOutcome {}

    /** The upstream told of a failure while it worked; {@code text} is what it had said before. */
    record Failed(String text, NemoError error) implements TurnOutcome {}

    /** The connection broke; work upstream may go on. */
    record Cut(String text) implements TurnOutcome {}

    /** The caller's own time was up before the stream ended; work upstream may go on. */
    record Left(String text) implements TurnOutcome {}

    /** 15 minutes are over, or 10 with nothing but heartbeats; work upstream may go on. */
    record TimedOut(String text) implements TurnOutcome {}
}
