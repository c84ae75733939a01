package dev.beatcut.nemo;

/**
 * One frame of an event stream.
 *
 * @param event its {@code event:} name, or null
 * @param data its {@code data:} lines joined by LF, or null if it has none
 * @param whole false for the last one of a stream that ended before the frame did
 */
record Frame(String event, String data, boolean whole) {}
