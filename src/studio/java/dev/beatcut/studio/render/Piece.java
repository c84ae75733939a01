package dev.beatcut.studio.render;

import java.nio.file.Path;

/**
 * A chunk and the file that holds it.
 *
 * @param key hash of all that decides what is in it
 */
record Piece(Chunk chunk, String key, Path file) {}
