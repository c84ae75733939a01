package dev.beatcut.studio.visual;

/**
 * Paints the frames of one song at one size. A frame depends on nothing but the song, the seed, the look and the time;
 * the painter reuses its memory (some 15 bytes a pixel) and is for one thread.
 */
public final class Painter {

    private final Hearing song;
    private final long seed;
    private final Stage stage;
    private final int width;
    private final int height;

    /** @param width even, and so {@code height}; pixels */
    public Painter(Hearing song, long seed, int width, int height) {
        if (width < 16 || height < 16 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "A picture is at least 16 by 16 and even either way, but was %d by %d".formatted(width, height));
        }
        this.song = song;
        this.seed = seed;
        this.stage = new Stage(width, height);
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Of a frame of raw yuv420p. */
    public int bytes() {
        return width * height * 3 / 2;
    }

    /**
     * @param seconds in the song
     * @param frame   gets raw yuv420p, BT.709, limited range
     */
    public void paint(Look look, double seconds, byte[] frame) {
        var now = song.at(seconds);
        stage.open(camera(look.style().views.get(look.view()), now));
        var palette = Palette.of(now, seed);
        lamp(look.view(), now, palette);
        look.style().scene.draw(now, palette, stage);
        stage.print(frame);
    }

    /** Each view is lit from another side, so that a cut is seen however much moves. */
    private void lamp(int view, Instant now, Palette palette) {
        double side = view == 0 ? 0 : view % 2 == 0 ? 1 : -1;
        double height = view == 0 ? -1 : view % 2 == 0 ? 0.25 : 0.9;
        var light = (view == 1 ? palette.main() : palette.second()).times(0.16 + 0.10 * now.energy());
        stage.lamp(side * stage.wide(), height * stage.high(), 1.1 * Math.hypot(stage.wide(), stage.high()), light);
    }

    /** The view, never quite still: it leans, and moves in on kicks and before a drop. */
    private static View camera(View view, Instant now) {
        double sway = 0.03 * Math.sin(now.seconds() * 0.37) + 0.02 * Math.sin(now.seconds() * 0.61);
        double push = 1 + 0.02 * now.kick() + 0.10 * now.build() * now.build() + 0.02 * Math.sin(now.seconds() * 0.29);
        return view.closer(push).turned(sway);
    }
}
