/**
 * Hears a song: its beats, bars, sections and drops, by the bar pointer model of Krebs, Böck and Widmer (ISMIR 2015)
 * on a SuperFlux onset envelope (Böck and Widmer, DAFx 2013). Samples go in, a {@link
 * dev.beatcut.studio.beat.BeatGrid} comes out.
 */
package dev.beatcut.studio.beat;
