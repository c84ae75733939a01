package dev.beatcut.studio.visual;

/** A sun over a plain of light that rolls towards the viewer; the spectrum stands on the horizon as a range of peaks. */
final class Horizon implements Scene {

    private static final double LINE = 0.28;
    private static final int STRIPS = 17;
    private static final int PEAKS = 56;
    private static final int ROWS = 22;

    @Override
    public void draw(Instant now, Palette palette, Stage stage) {
        double wide = 1.6 * Math.max(1, stage.wide());
        stage.ambient(palette.deep().times(0.4 + 0.25 * now.energy()));
        stage.glow(0, LINE, 1.5 * wide, palette.second().times(0.10 + 0.08 * now.energy()));
        stage.glow(0, LINE - 0.45, 1.25, palette.main().times(0.16 + 0.30 * now.bass()));
        stars(now, palette, stage, wide);
        sun(now, palette, stage);
        floor(now, palette, stage, wide);
        peaks(now, palette, stage, wide);
        stage.line(-wide, LINE, wide, LINE, 0.008, palette.spark().times(0.9 + 0.6 * now.kick()));
        Scene.flash(now, palette, stage);
    }

    private static void stars(Instant now, Palette palette, Stage stage, double wide) {
        double top = 1.4 * stage.high();
        for (int i = 0; i < 130; i++) {
            double x = wide * (2 * Chance.of(51, i) - 1);
            double y = LINE - 0.15 - (top - 0.15) * Chance.of(52, i);
            double shine = 0.08 + 0.35 * Chance.of(53, i) * (0.5 + now.treble());
            stage.dot(x, y, 0.0015 + 0.003 * Chance.of(54, i), palette.spark().times(shine));
        }
    }

    /** Strips of a disc, with gaps that widen downward and move slowly. */
    private static void sun(Instant now, Palette palette, Stage stage) {
        double radius = 0.52 * (1 + 0.03 * now.kick() + 0.03 * now.bass());
        double middle = LINE - 0.50;
        double shift = Scene.fraction(now.way() * 0.25);
        for (int i = -1; i < STRIPS; i++) {
            double from = -1 + 2.0 * (i + shift) / STRIPS;
            double to = from + 2.0 / STRIPS * Math.min(1, 1.06 - 0.66 * Math.max(0, (from + 0.35) / 1.35));
            double top = Math.clamp(from, -0.999, 0.999);
            double bottom = Math.clamp(to, -0.999, 0.999);
            if (bottom <= top) {
                continue;
            }
            double upper = Math.sqrt(1 - top * top) * radius;
            double lower = Math.sqrt(1 - bottom * bottom) * radius;
            var light = palette.spark().mixed(palette.main(), (top + 1) / 1.5).times(0.75 + 0.35 * now.bass());
            stage.fill(
                    light,
                    -upper,
                    middle + top * radius,
                    upper,
                    middle + top * radius,
                    lower,
                    middle + bottom * radius,
                    -lower,
                    middle + bottom * radius);
        }
    }

    private static void floor(Instant now, Palette palette, Stage stage, double wide) {
        double near = 1.6 * stage.high() - LINE;
        double shine = 0.35 + 0.45 * now.energy() + 0.5 * now.kick();
        double way = Scene.fraction(now.way() * 1.6);
        for (int i = 0; i < ROWS; i++) {
            double z = 1 + i - way;
            double y = LINE + near / (1 + 1.05 * z) * 1.25;
            double fog = Math.exp(-0.13 * z) * Math.min(1, 2 * z);
            stage.line(
                    -wide,
                    y,
                    wide,
                    y,
                    Math.max(0.003, 0.012 / z),
                    palette.second().times(shine * fog));
        }
        for (int i = -14; i <= 14; i++) {
            double x = i * 0.16;
            stage.line(
                    x * 0.35,
                    LINE,
                    x * 6.5,
                    LINE + near * 1.25,
                    0.004,
                    palette.second().times(0.5 * shine));
        }
        for (int i = -14; i < 14; i++) {
            double level = now.band(Math.abs(i + 0.5) / 14, 0.15);
            double x = (i + 0.5) * 0.16;
            stage.line(
                    x * 0.35,
                    LINE,
                    x * 1.2,
                    LINE + near * 0.28,
                    0.006,
                    palette.spark().times(0.7 * level * level));
        }
    }

    /** The range: the bass in the middle, and each peak again in the floor's mirror. */
    private static void peaks(Instant now, Palette palette, Stage stage, double wide) {
        for (int layer = 2; layer >= 0; layer--) {
            var range = new Curve(PEAKS + 1, false);
            var mirror = new Curve(PEAKS + 1, false);
            for (int i = 0; i <= PEAKS; i++) {
                double place = 2.0 * i / PEAKS - 1;
                double level = now.band(Math.abs(place) * 0.9, 0.12 * layer);
                double jag = 0.75 + 0.25 * (i % 2 == 0 ? 1 : -1) * (0.4 + 0.6 * Chance.of(61, i));
                double height = (0.015 + 0.42 * Math.pow(level, 1.4) * jag)
                        * (1 - 0.22 * layer)
                        * (0.45 + 0.55 * Math.min(1, 0.35 + Math.abs(place) * 2));
                double x = place * wide * 0.8;
                var light = palette.at(0.9 - 0.35 * layer).times((0.9 - 0.3 * layer) * (0.35 + level));
                range.add(x, LINE - height, light);
                mirror.add(x, LINE + height * 0.45, light.times(0.22));
            }
            stage.stroke(range, 0.009 - 0.002 * layer);
            stage.stroke(mirror, 0.006);
        }
    }
}
