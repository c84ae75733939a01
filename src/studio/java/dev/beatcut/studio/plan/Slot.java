package dev.beatcut.studio.plan;

/**
 * A shot to fill.
 *
 * @param bound the only one that may fill it; null for any that is free
 */
record Slot(Shot shot, Reel bound) {}
