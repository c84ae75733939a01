package dev.beatcut.studio.visual;

/** Threads of light along the film that swing with the music: what is heard in the middle runs out to both ends. */
final class Silk implements Scene {

    private static final int BANDS = 3;
    private static final int THREADS = 15;
    private static final int PIECES = 64;
    /** How long sound takes from the middle to an end. */
    private static final double TRAVEL_SECONDS = 0.55;

    @Override
    public void draw(Instant now, Palette palette, Stage stage) {
        Scene.air(now, palette, stage);
        stage.glow(0, 0, 1.1, palette.main().times(0.06 + 0.16 * now.bass() + 0.18 * now.kick()));
        boolean upright = stage.high() > stage.wide();
        for (int band = 0; band < BANDS; band++) {
            for (int thread = 0; thread < THREADS; thread++) {
                thread(now, palette, stage, band, thread, upright);
            }
        }
        motes(now, palette, stage, upright);
        Scene.flash(now, palette, stage);
    }

    private static void thread(Instant now, Palette palette, Stage stage, int band, int thread, boolean upright) {
        double half = 1.15 * Math.max(stage.wide(), stage.high());
        var path = new Curve(PIECES + 1, false);
        double share = (double) thread / (THREADS - 1);
        double t = now.way() * 0.75 + band * 2.1;
        for (int i = 0; i <= PIECES; i++) {
            double place = 2.0 * i / PIECES - 1;
            double along = place * half;
            double ago = Math.abs(place) * TRAVEL_SECONDS;
            double level = now.band(0.08 + 0.36 * band + 0.05 * share, ago);
            double swing = 0.10 + 0.16 * now.energy() + 0.34 * level;
            double wave = Math.sin(along * 1.7 + t + 0.10 * thread)
                    + 0.55 * Math.sin(along * 2.9 - t * 1.35 + 0.17 * thread + band)
                    + 0.25 * Math.sin(along * 5.3 + t * 2.1 - 0.13 * thread);
            double twist = Math.sin(along * 1.1 + t * 0.6 + band * 1.3);
            double across = swing * wave * 0.75 + (share - 0.5) * 0.30 * twist + (band - 1) * 0.22;
            double edge = 0.45 + 0.55 * Math.abs(2 * share - 1);
            double shine = (0.10 + 0.12 * now.energy() + 0.85 * level * level) * edge;
            var light = palette.at(Math.clamp(0.5 * band * 0.8 + 0.35 * share + 0.15 * place, 0, 1))
                    .times(shine);
            path.add(upright ? across : along, upright ? along : across, light);
        }
        stage.stroke(path, 0.0045);
    }

    /** Motes that rise from the threads on high notes. */
    private static void motes(Instant now, Palette palette, Stage stage, boolean upright) {
        double half = Math.max(stage.wide(), stage.high());
        for (var note : now.snares(1.6)) {
            double age = now.seconds() - note.seconds();
            double fade = Math.pow(1 - age / 1.6, 2) * note.strength();
            for (int i = 0; i < 7; i++) {
                double along = half * (2 * Chance.of(note.index(), i) - 1);
                double side = Chance.of(note.index(), 50 + i) - 0.5;
                double across = side * 0.8 + Math.signum(side) * age * 0.25;
                double size = 0.004 + 0.007 * Chance.of(note.index(), 80 + i);
                stage.dot(
                        upright ? across : along,
                        upright ? along : across,
                        size,
                        palette.spark().times(2 * fade));
            }
        }
    }
}
