package dev.beatcut.studio.visual;

import java.util.List;

/**
 * Colours that go together.
 *
 * @param deep  the air
 * @param main  shapes, and so {@code second}
 * @param spark what stands out
 */
record Palette(Light deep, Light main, Light second, Light spark) {

    private static final List<Palette> ALL = List.of(
            of(0x160a35, 0xff2e88, 0x6a3bff, 0x2ee6ff),
            of(0x04203a, 0x12b5ff, 0x2a5bff, 0x8dffd0),
            of(0x260a12, 0xff5a1f, 0xff2456, 0xffd166),
            of(0x05261f, 0x23f0a0, 0x1598ff, 0xe2ff5e),
            of(0x22093a, 0xb06bff, 0xff4f9a, 0xffd76a),
            of(0x2a0f24, 0xff7a4d, 0xff3d81, 0xffc27b),
            of(0x0a1733, 0x5f8bff, 0x9a5bff, 0xdff2ff));

    private static Palette of(int deep, int main, int second, int spark) {
        return new Palette(Light.of(deep), Light.of(main), Light.of(second), Light.of(spark));
    }

    /** Another one for every section, in an order of the song's own. */
    static Palette of(Instant now, long seed) {
        int part = now.part();
        var here = ALL.get(number(seed, part));
        return part == 0 ? here : ALL.get(number(seed, part - 1)).mixed(here, now.settled());
    }

    private static int number(long seed, int part) {
        int start = (int) Chance.of(seed, 11, ALL.size());
        int step = 1 + (int) Chance.of(seed, 12, ALL.size() - 1);
        return (int) ((start + (long) part * step) % ALL.size());
    }

    private Palette mixed(Palette other, double share) {
        return new Palette(
                deep.mixed(other.deep, share),
                main.mixed(other.main, share),
                second.mixed(other.second, share),
                spark.mixed(other.spark, share));
    }

    /** From {@code second} over {@code main} to {@code spark}. */
    Light at(double place) {
        return place < 0.5 ? second.mixed(main, 2 * place) : main.mixed(spark, 2 * place - 1);
    }
}
