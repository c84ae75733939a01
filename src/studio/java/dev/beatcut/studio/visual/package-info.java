/**
 * Pictures made from nothing but a song: what is heard in it at a time gives the frame that is seen at that time, the
 * same one always. Nothing flashes more than three times a second.
 */
package dev.beatcut.studio.visual;
