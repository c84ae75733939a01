/**
 * Beatcut on one machine with nothing to set up: the table in an embedded file, the objects in a folder with signed
 * links, and the {@code sync} command.
 */
package dev.beatcut.laptop;
