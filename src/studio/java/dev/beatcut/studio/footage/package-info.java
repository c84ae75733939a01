/** What is in a clip: its scene cuts, how much moves when, and the moments worth showing. */
package dev.beatcut.studio.footage;
