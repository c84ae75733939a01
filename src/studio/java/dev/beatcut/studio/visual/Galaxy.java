package dev.beatcut.studio.visual;

/** A turning spiral of stars, the bass in its heart and the high notes in its arms; onsets burst in it. */
final class Galaxy implements Scene {

    private static final int STARS = 1100;
    private static final int ARMS = 3;
    private static final double SIZE = 1.5;
    private static final double BURST_SECONDS = 1.5;

    @Override
    public void draw(Instant now, Palette palette, Stage stage) {
        Scene.air(now, palette, stage);
        var tilt = new Tilt(now, stage.high() > stage.wide() ? 1.0 : 0.15);
        stage.glow(0, 0, 0.75, palette.main().times(0.12 + 0.4 * now.bass()));
        for (int i = 0; i < 4; i++) {
            double radius = (0.36 + 0.06 * now.kick()) * Math.pow(0.6, i);
            stage.glow(0, 0, radius, palette.at(0.55 + 0.15 * i).times(0.14 + 0.28 * now.bass()));
        }
        sky(palette, stage);
        for (int i = 0; i < STARS; i++) {
            star(now, palette, stage, tilt, i);
        }
        bursts(now, palette, stage, tilt);
        waves(now, palette, stage, tilt);
        Scene.flash(now, palette, stage);
    }

    /** The disc leans away from the viewer, and its long axis is turned on the screen. */
    private record Tilt(double lean, double cos, double sin, double spin) {

        Tilt(Instant now, double axis) {
            this(
                    0.46 + 0.16 * Math.sin(now.seconds() * 0.13),
                    Math.cos(axis + 0.25 * Math.sin(now.seconds() * 0.09)),
                    Math.sin(axis + 0.25 * Math.sin(now.seconds() * 0.09)),
                    now.way() * 0.22);
        }

        double x(double radius, double angle) {
            return radius * (Math.cos(angle + spin) * cos - Math.sin(angle + spin) * lean * sin);
        }

        double y(double radius, double angle) {
            return radius * (Math.cos(angle + spin) * sin + Math.sin(angle + spin) * lean * cos);
        }
    }

    private static void star(Instant now, Palette palette, Stage stage, Tilt tilt, int i) {
        double place = Math.pow(Chance.of(31, i), 0.75);
        double scatter = (Chance.of(32, i) + Chance.of(33, i) + Chance.of(36, i) - 1.5) * (0.35 + 0.9 * (1 - place));
        double radius = SIZE * (0.05 + 0.95 * place);
        double angle = Scene.TURN * (i % ARMS) / ARMS + 3.4 * Math.log(0.25 + place) + scatter;
        double level = now.band(place * 0.95, 0.25 * place);
        double shine = (0.16 + 0.22 * Chance.of(34, i) + 2.4 * level * level * (0.5 + Chance.of(35, i)))
                * (0.65 + 0.35 * now.energy());
        double size = (0.0032 + 0.0065 * Math.pow(Chance.of(34, i), 3)) * (1 + 0.5 * level);
        stage.dot(
                tilt.x(radius, angle),
                tilt.y(radius, angle),
                size,
                palette.at(1 - place * 0.9).times(shine));
    }

    private static void sky(Palette palette, Stage stage) {
        for (int i = 0; i < 110; i++) {
            double x = stage.wide() * 1.4 * (2 * Chance.of(41, i) - 1);
            double y = stage.high() * 1.4 * (2 * Chance.of(42, i) - 1);
            stage.dot(x, y, 0.0015 + 0.0025 * Chance.of(43, i), palette.spark().times(0.06 + 0.3 * Chance.of(44, i)));
        }
    }

    private static void bursts(Instant now, Palette palette, Stage stage, Tilt tilt) {
        for (var note : now.notes(BURST_SECONDS)) {
            double age = now.seconds() - note.seconds();
            double fade = Math.pow(1 - age / BURST_SECONDS, 2);
            double radius = SIZE * (0.25 + 0.65 * Chance.of(note.index(), 1));
            double angle = 2.4 * note.index() - tilt.spin() * 0.5;
            double x = tilt.x(radius, angle);
            double y = tilt.y(radius, angle);
            int count = 8 + (int) (22 * note.strength());
            var light = palette.at(0.3 + 0.7 * Chance.of(note.index(), 2)).times((0.5 + note.strength()) * fade);
            for (int i = 0; i < count; i++) {
                double way = Scene.TURN * Chance.of(note.index(), 10 + i);
                double speed = (0.25 + 0.55 * note.strength()) * (0.3 + Chance.of(note.index(), 200 + i));
                double far = speed * (1 - Math.exp(-3 * age)) / 3 * 1.4;
                double near = speed * (1 - Math.exp(-3 * Math.max(0, age - 0.05))) / 3 * 1.4;
                double fall = 0.05 * age * age;
                stage.line(
                        x + near * Math.cos(way),
                        y + near * Math.sin(way) + fall,
                        x + far * Math.cos(way),
                        y + far * Math.sin(way) + fall,
                        0.0055,
                        light);
            }
        }
    }

    private static void waves(Instant now, Palette palette, Stage stage, Tilt tilt) {
        for (var kick : now.kicks(1.2)) {
            double age = (now.seconds() - kick.seconds()) / 1.2;
            double radius = 0.12 + 1.5 * Math.pow(age, 0.8);
            var light = palette.main().times(0.8 * kick.strength() * (1 - age) * (1 - age));
            var path = new Curve(96, true);
            for (int i = 0; i < 96; i++) {
                path.add(tilt.x(radius, Scene.TURN * i / 96), tilt.y(radius, Scene.TURN * i / 96), light);
            }
            stage.stroke(path, 0.005 + 0.010 * (1 - age));
        }
    }
}
