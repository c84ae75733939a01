package dev.beatcut.studio.visual;

/** Chance that is the same every time: SplitMix64 of what it is asked for. */
final class Chance {

    private Chance() {}

    /** 0 to below 1. */
    static double of(long seed, long index) {
        long z = seed + 0x9e3779b97f4a7c15L * (index + 1);
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
    }

    /** 0 to below {@code bound}. */
    static long of(long seed, long index, long bound) {
        return (long) (of(seed, index) * bound);
    }
}
