package dev.beatcut.studio.plan;

/**
 * What a shot shows.
 *
 * @param from ms in the clip; 0 for a photo
 * @param to ms in the clip
 * @param move of a photo, null for a clip
 */
record Stretch(Material material, long from, long to, String move) {

    private static final long SEEN_MS = 300;
    private static final long FAR_MS = 1000;

    long ms() {
        return to - from;
    }

    /** A cut from {@code other} to this is seen: it neither goes on where that ended nor is the same photo. */
    boolean cutsFrom(Stretch other) {
        return isElsewhere(other) || material.kind() == Material.Kind.CLIP && Math.abs(from - other.to) >= SEEN_MS;
    }

    /** From another source, or from at least a second away in the same clip. */
    boolean isFarFrom(Stretch other) {
        return isElsewhere(other)
                || material.kind() == Material.Kind.CLIP && (from >= other.to + FAR_MS || to + FAR_MS <= other.from);
    }

    private boolean isElsewhere(Stretch other) {
        return other == null || !isOf(other.material) || material.kind() == Material.Kind.VISUAL;
    }

    boolean isOf(Material picture) {
        return material.src().equals(picture.src());
    }
}
