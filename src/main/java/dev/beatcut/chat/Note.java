package dev.beatcut.chat;

import java.time.Instant;

/** A sign of life while a turn runs. */
public record Note(Instant at, String text) {}
