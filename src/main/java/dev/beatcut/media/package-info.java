/**
 * Files that a caller brings: which are accepted, how their bytes arrive without passing through here, what is checked
 * when they are there, and how they get upstream.
 */
package dev.beatcut.media;
