package dev.beatcut.studio.render;

/**
 * Measured on the finished file: every planned cut is looked for, and its distance to its beat taken.
 *
 * @param cuts planned hard cuts that sit on a beat, those with a flash or a zoom included
 * @param found of those, seen in the file
 * @param meanMs mean distance of the found cuts from their beats
 * @param frameErrors found cuts that are not on their planned frame
 * @param crossfades that lie on a beat and are no cuts: nothing in the file says where they are
 */
public record SyncReport(
        int cuts, int found, double meanMs, double p95Ms, double maxMs, int frameErrors, int crossfades) {}
