package dev.beatcut.studio.plan;

/**
 * What a shot shows.
 *
 * @param from ms in the clip; 0 for a photo
 * @param to ms in the clip
 * @param move of a photo, null for a clip
 */
record Stretch(Material material, long from, long to, String move) {

    /** A cut from {@code other} to this is seen: it neither goes on where that ended nor is the same photo. */
    boolean cutsFrom(Stretch other) {
        return isElsewhere(other) || move == null && Math.abs(from - other.to) >= 300;
    }

    /** From another source, or from at least a second away in the same clip. */
    boolean isFarFrom(Stretch other) {
        return isElsewhere(other) || move == null && (from >= other.to + 1000 || to + 1000 <= other.from);
    }

    private boolean isElsewhere(Stretch other) {
        return other == null || !material.src().equals(other.material.src());
    }
}
