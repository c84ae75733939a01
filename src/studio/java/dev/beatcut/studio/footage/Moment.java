package dev.beatcut.studio.footage;

/**
 * A stretch of a clip inside one shot.
 *
 * @param fromMs in the clip
 * @param toMs in the clip, exclusive
 * @param motion mean frame difference, 0 still to 1 wild
 * @param interest how much it is worth showing, 0 to 1: black, frozen and blurred stretches are near 0
 * @param action where most of its motion is; null when nothing clearly moves
 */
public record Moment(long fromMs, long toMs, double motion, double interest, Action action) {}
