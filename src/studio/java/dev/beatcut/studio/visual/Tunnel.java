package dev.beatcut.studio.visual;

/** A flight through a tunnel of polygons, faster when more is going on; kicks come flying out of its depth. */
final class Tunnel implements Scene {

    private static final int[] SIDES = {6, 4, 8, 3, 5};
    private static final int RINGS = 30;
    private static final double SPACING = 0.62;
    private static final double NEAREST = 0.32;
    private static final double KICK_SECONDS = 0.75;
    private static final int STREAKS = 70;

    @Override
    public void draw(Instant now, Palette palette, Stage stage) {
        stage.ambient(palette.deep().times(0.45 + 0.3 * now.energy()));
        double way = now.way() * 1.7;
        double deep = RINGS * SPACING;
        double x = bendX(deep, way);
        double y = bendY(deep, way);
        stage.glow(x, y, 1.6, palette.main().times(0.28 + 0.16 * now.bass()));
        stage.glow(x, y, 0.5, palette.main().times(0.3 + 0.7 * now.bass()));
        stage.glow(x, y, 0.2, palette.spark().times(0.4 + 0.7 * now.kick()));
        streaks(now, palette, stage, way);
        int sides = SIDES[now.part() % SIDES.length];
        long first = (long) Math.floor(way / SPACING);
        for (int i = RINGS; i >= 0; i--) {
            double z = (first + i + 1) * SPACING - way + NEAREST;
            ring(now, palette, stage, new Ring(first + i, z, sides, way));
        }
        kicks(now, palette, stage, sides, way);
        Scene.flash(now, palette, stage);
    }

    private record Ring(long index, double z, int sides, double way) {
        double radius() {
            return 0.95 / z;
        }

        double angle(int corner) {
            return Scene.TURN * corner / sides + 0.09 * (index + 0.35 * way) + 0.25 * Math.sin(way * 0.15);
        }

        double x(int corner) {
            return bendX(z, way) + radius() * Math.cos(angle(corner));
        }

        double y(int corner) {
            return bendY(z, way) + radius() * Math.sin(angle(corner));
        }
    }

    private static double bendX(double z, double way) {
        return 0.30 * Math.sin(way * 0.17 + z * 0.05) * (1 - 1 / (1 + 0.3 * z));
    }

    private static double bendY(double z, double way) {
        return 0.34 * Math.cos(way * 0.13 + z * 0.045) * (1 - 1 / (1 + 0.3 * z));
    }

    private static void ring(Instant now, Palette palette, Stage stage, Ring ring) {
        double fog = Math.exp(-0.16 * ring.z) * Math.min(1, 0.05 + (ring.z - NEAREST) * 0.9);
        boolean bar = ring.index % 4 == 0;
        double level = now.band((ring.index % 8) / 8.0, ring.z * 0.02);
        var light = (bar ? palette.spark() : palette.at(Scene.fraction(ring.index * 0.13) * 0.7))
                .times(fog * (bar ? 0.5 : 0.28) + fog * 1.9 * level * level);
        var path = new Curve(ring.sides, true);
        var next = new Ring(ring.index + 1, ring.z + SPACING, ring.sides, ring.way);
        for (int corner = 0; corner < ring.sides; corner++) {
            path.add(ring.x(corner), ring.y(corner), light);
            stage.line(
                    ring.x(corner),
                    ring.y(corner),
                    next.x(corner),
                    next.y(corner),
                    0.005 / ring.z,
                    palette.second().times(fog * (0.25 + 0.6 * now.mids())));
        }
        stage.stroke(path, Math.max(0.0035, (bar ? 0.030 : 0.016) / ring.z * (0.6 + 0.7 * level)));
    }

    private static void kicks(Instant now, Palette palette, Stage stage, int sides, double way) {
        for (var kick : now.kicks(KICK_SECONDS)) {
            double age = (now.seconds() - kick.seconds()) / KICK_SECONDS;
            double z = NEAREST + 14 * Math.pow(1 - age, 2.2);
            var ring = new Ring(kick.index() * 3L, z, sides, way);
            var path = new Curve(sides, true);
            for (int corner = 0; corner < sides; corner++) {
                path.add(ring.x(corner), ring.y(corner), palette.spark().times(1.3 * kick.strength() * (1 - age)));
            }
            stage.stroke(path, Math.max(0.004, 0.03 / z));
        }
    }

    private static void streaks(Instant now, Palette palette, Stage stage, double way) {
        double length = 0.10 + 0.5 * now.energy() + 0.3 * now.flash();
        for (int i = 0; i < STREAKS; i++) {
            double angle = Scene.TURN * Chance.of(21, i);
            double wall = 0.35 + 0.5 * Chance.of(22, i);
            double z = NEAREST + 12 * Scene.fraction(Chance.of(23, i) - way / 12);
            double end = z + length;
            double shine = Math.exp(-0.2 * z) * Math.min(1, z - NEAREST) * (0.3 + 0.9 * now.treble());
            stage.line(
                    bendX(z, way) + wall / z * Math.cos(angle),
                    bendY(z, way) + wall / z * Math.sin(angle),
                    bendX(end, way) + wall / end * Math.cos(angle),
                    bendY(end, way) + wall / end * Math.sin(angle),
                    Math.max(0.003, 0.006 / z),
                    palette.spark().times(shine));
        }
    }
}
