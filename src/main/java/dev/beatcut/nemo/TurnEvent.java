package dev.beatcut.nemo;

/** What a frame means, in either dialect. A {@code voice} is one author in one branch. */
sealed interface TurnEvent {

    /** @param partial a delta; else the whole text of one model call, which repeats the deltas before it */
    record Said(String voice, String text, boolean partial) implements TurnEvent {}

    record ToolCalled(String voice, String name) implements TurnEvent {}

    record ToolAnswered(String name) implements TurnEvent {}

    record Broke(NemoError error) implements TurnEvent {}

    /** A heartbeat. */
    record Alive() implements TurnEvent {}

    /** Work that is not for the caller: a thought, a preview of a call, token counts. */
    record Worked() implements TurnEvent {}

    /** A frame that nobody can read. */
    record Unreadable() implements TurnEvent {}

    /** The last frame, cut in its middle. */
    record Torn() implements TurnEvent {}
}
