package dev.beatcut.nemo;

/** Nothing came within the time that somebody was ready to wait. It may still come: who likes waits again. */
final class Late extends Exception {}
