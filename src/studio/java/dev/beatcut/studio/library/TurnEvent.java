package dev.beatcut.studio.library;

import java.util.Map;

/** What a turn lets its listeners see while it is under way. */
public sealed interface TurnEvent {

    /** A tool starts; {@code call} pairs it with its end. */
    record ToolCalled(String call, String tool, Map<String, Object> arguments) implements TurnEvent {}

    record ToolAnswered(String call, String tool, Map<String, Object> response) implements TurnEvent {}
}
