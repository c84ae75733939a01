package dev.beatcut.studio.render;

import java.util.List;

/** Pieces that one process makes: one alone, or several that show the same stretch of a source, decoded once for all. */
record Batch(List<Piece> pieces) {

    Batch {
        pieces = List.copyOf(pieces);
    }

    boolean isAlone() {
        return pieces.size() == 1;
    }
}
