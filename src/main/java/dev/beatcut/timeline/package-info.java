/**
 * The draft document of the wire ({@code t tt sg d m}) as a timeline: tracks and segments in exact time, the one-line
 * summary, and what changed between two drafts. What it does not know it keeps and writes back unchanged.
 */
package dev.beatcut.timeline;
