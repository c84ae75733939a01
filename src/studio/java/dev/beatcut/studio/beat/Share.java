package dev.beatcut.studio.beat;

/** Numbers that are a share of a whole. */
final class Share {

    private Share() {}

    static void require(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is a share from 0 to 1, but was %s".formatted(name, value));
        }
    }

    static double clamp(double value) {
        return Math.clamp(value, 0, 1);
    }
}
