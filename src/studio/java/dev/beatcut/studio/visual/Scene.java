package dev.beatcut.studio.visual;

/** One way to draw what is heard; keeps nothing between frames. */
interface Scene {

    void draw(Instant now, Palette palette, Stage stage);

    double TURN = 2 * Math.PI;

    /** The part behind the point. */
    static double fraction(double value) {
        return value - Math.floor(value);
    }

    /** Slow lights behind everything, in the corners of a wandering triangle. */
    static void air(Instant now, Palette palette, Stage stage) {
        double energy = now.energy();
        stage.ambient(palette.deep().times(0.5 + 0.35 * energy));
        double t = now.seconds() * 0.11;
        double reach = Math.max(stage.wide(), stage.high());
        for (int i = 0; i < 3; i++) {
            double angle = t * (i + 2) / 2 + i * TURN / 3;
            var light = i == 0
                    ? palette.main()
                    : i == 1 ? palette.second() : palette.deep().times(3);
            stage.glow(
                    Math.cos(angle) * 0.6 * stage.wide(),
                    Math.sin(angle * 1.3 + i) * 0.7 * stage.high(),
                    reach * (0.75 + 0.1 * Math.sin(t * 3 + i)),
                    light.times(0.05 + 0.07 * energy + 0.04 * now.loudness()));
        }
    }

    /** The light of a drop, over everything. */
    static void flash(Instant now, Palette palette, Stage stage) {
        double flash = now.flash();
        if (flash > 0) {
            var light = palette.main().mixed(palette.spark(), 0.35);
            double reach = Math.hypot(stage.wide(), stage.high());
            stage.ambient(light.times(0.22 * flash));
            stage.glow(0, 0, reach * (1.5 - 0.5 * flash), light.times(1.5 * flash));
        }
    }
}
