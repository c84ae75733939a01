/**
 * Exports: written before they are asked for, submitted once, polled by whoever is there, and kept when they are done. A
 * caller who goes away loses nothing.
 */
package dev.beatcut.render;
