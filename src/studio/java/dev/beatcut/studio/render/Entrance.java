package dev.beatcut.studio.render;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a shot comes in.
 *
 * @param frames that it takes; 0 for a cut
 */
record Entrance(Kind kind, long frames) {

    enum Kind {
        CUT,
        /** White at the cut, gone after {@code frames}. */
        FLASH,
        /** Half of {@code frames} before the cut, half after. */
        CROSSFADE,
        /** Enlarged at the cut, settled after {@code frames}. */
        ZOOM_PUNCH
    }

    static final Entrance CUT = new Entrance(Kind.CUT, 0);

    private static final long LONGEST_MS = 3000;

    /** @param m a segment's; {@code transition} {"type": "flash" | "crossfade" | "zoom-punch", "ms": n} */
    static Entrance of(JsonNode m, Canvas canvas) {
        var said = m.path("transition");
        long frames = canvas.rate().frameAt(Math.clamp(said.path("ms").asLong(), 0, LONGEST_MS));
        var kind =
                switch (said.path("type").asText()) {
                    case "flash" -> Kind.FLASH;
                    case "crossfade" -> Kind.CROSSFADE;
                    case "zoom-punch" -> Kind.ZOOM_PUNCH;
                    default -> Kind.CUT;
                };
        return frames == 0 ? CUT : new Entrance(kind, frames);
    }

    boolean isCrossfade() {
        return kind == Kind.CROSSFADE;
    }
}
