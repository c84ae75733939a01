package dev.beatcut.studio.footage;

/**
 * An instant at which motion is at its height: a jump, a hit, somebody who crosses the picture.
 *
 * @param ms in the clip
 * @param strength how far it stands out of the motion around it, 0 to 1
 */
public record Peak(long ms, double strength) {}
