/** Beats in a recording: onsets, tempo and its alternatives, beats and downbeats, sections and drops. */
package dev.beatcut.studio.beat;
