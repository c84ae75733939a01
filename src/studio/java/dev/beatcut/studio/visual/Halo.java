package dev.beatcut.studio.visual;

/** The spectrum as a crown of rays around a ring that breathes with the bass; waves run out from it on every kick. */
final class Halo implements Scene {

    private static final int RAYS = 104;
    private static final int DUST = 90;
    private static final double RADIUS = 0.46;
    private static final double WAVE_SECONDS = 1.1;
    private static final double SPARK_SECONDS = 1.3;

    @Override
    public void draw(Instant now, Palette palette, Stage stage) {
        Scene.air(now, palette, stage);
        double radius = RADIUS * (1 + 0.05 * now.kick() + 0.05 * now.bass() - 0.06 * now.build());
        stage.glow(0, 0, radius * 2.4, palette.main().times(0.2 + 0.16 * now.bass() + 0.16 * now.kick()));
        stage.glow(0, 0, radius * 0.9, palette.spark().times(0.05 + 0.25 * now.kick()));
        dust(now, palette, stage);
        waves(now, palette, stage, radius);
        sparks(now, palette, stage, radius);
        rays(now, palette, stage, radius);
        string(now, palette, stage, radius * 0.8);
        stage.ring(0, 0, radius, radius - 0.012, palette.spark().times(0.9 + 0.8 * now.kick()));
        Scene.flash(now, palette, stage);
    }

    private static void rays(Instant now, Palette palette, Stage stage, double radius) {
        double turn = now.way() * 0.12;
        double width = Scene.TURN * radius / RAYS * 0.42;
        for (int i = 0; i < RAYS; i++) {
            double place = Math.abs(2.0 * i / RAYS - 1);
            double level = now.band(1 - place, 0);
            double angle = Scene.TURN * (i + 0.5) / RAYS - Scene.TURN / 4 + turn;
            double length = 0.02 + (0.12 + 0.34 * now.energy()) * Math.pow(level, 1.3);
            double x = Math.cos(angle);
            double y = Math.sin(angle);
            double start = radius + 0.035;
            var light = palette.at(0.25 + 0.75 * level).times(0.4 + 0.6 * level);
            stage.line(x * start, y * start, x * (start + length), y * (start + length), width, light);
            double inner = radius - 0.035;
            stage.line(
                    x * inner,
                    y * inner,
                    x * (inner - length * 0.22),
                    y * (inner - length * 0.22),
                    width * 0.6,
                    palette.second().times(0.5 + level));
        }
    }

    /** A closed string inside that swings with the middle of the spectrum. */
    private static void string(Instant now, Palette palette, Stage stage, double radius) {
        for (int strand = 0; strand < 3; strand++) {
            int points = 120;
            var path = new Curve(points, true);
            double swing = 0.02 + 0.10 * now.mids();
            for (int i = 0; i < points; i++) {
                double angle = Scene.TURN * i / points;
                double t = now.seconds() * (1.1 + 0.3 * strand);
                double wave =
                        Math.sin(angle * (3 + strand) + t * 1.7) * 0.6 + Math.sin(angle * (5 + strand) - t * 2.3) * 0.4;
                double r = radius * (0.82 - 0.14 * strand) + swing * wave;
                double glint = 0.4 + 0.6 * Math.max(0, Math.sin(angle - t));
                path.add(
                        r * Math.cos(angle),
                        r * Math.sin(angle),
                        palette.at(0.3 * strand + 0.2).times(0.9 * glint));
            }
            stage.stroke(path, 0.006);
        }
    }

    private static void waves(Instant now, Palette palette, Stage stage, double radius) {
        for (var kick : now.kicks(WAVE_SECONDS)) {
            double age = (now.seconds() - kick.seconds()) / WAVE_SECONDS;
            double fade = (1 - age) * (1 - age) * kick.strength();
            double out = radius + 0.04 + 1.5 * Math.pow(age, 0.75);
            double width = 0.004 + 0.02 * (1 - age);
            stage.ring(
                    0,
                    0,
                    out,
                    out - width,
                    palette.main().mixed(palette.spark(), 0.5).times(0.7 * fade));
        }
        double drop = now.sinceDrop() / 1.4;
        if (drop < 1) {
            double out = radius + 2.4 * Math.pow(drop, 0.7);
            stage.ring(0, 0, out, out - 0.1 * (1 - drop), palette.spark().times(1.6 * (1 - drop) * (1 - drop)));
        }
    }

    private static void sparks(Instant now, Palette palette, Stage stage, double radius) {
        for (var snare : now.snares(SPARK_SECONDS)) {
            double age = now.seconds() - snare.seconds();
            double fade = Math.pow(1 - age / SPARK_SECONDS, 2);
            int count = 3 + (int) (9 * snare.strength());
            for (int i = 0; i < count; i++) {
                double angle = Scene.TURN * Chance.of(snare.index(), i);
                double speed = 0.5 + 0.9 * Chance.of(snare.index(), 100 + i);
                double far = radius + speed * (1 - Math.exp(-1.9 * age)) / 1.9 * 1.6;
                double near = radius + speed * (1 - Math.exp(-1.9 * Math.max(0, age - 0.03))) / 1.9 * 1.6;
                double x = Math.cos(angle);
                double y = Math.sin(angle);
                stage.line(
                        x * near,
                        y * near,
                        x * far,
                        y * far,
                        0.009,
                        palette.spark().times(1.4 * fade));
            }
        }
    }

    private static void dust(Instant now, Palette palette, Stage stage) {
        double reach = Math.hypot(stage.wide(), stage.high());
        for (int i = 0; i < DUST; i++) {
            double angle = Scene.TURN * Chance.of(1, i);
            double depth = Scene.fraction(now.way() * (0.05 + 0.06 * Chance.of(2, i)) + Chance.of(3, i));
            double far = reach * (0.12 + 0.9 * depth * depth);
            double shine = Math.min(1, 4 * depth) * (0.2 + 0.5 * Chance.of(4, i));
            stage.dot(
                    far * Math.cos(angle),
                    far * Math.sin(angle),
                    0.002 + 0.005 * depth,
                    palette.spark().times(shine));
        }
    }
}
