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
        look.style().scene.draw(now, Palette.of(now, seed), stage);
        stage.print(frame);
    }

    /** The view, never quite still: it leans, and moves in on kicks and before a drop. */
    private static View camera(View view, Instant now) {
        double sway = 0.03 * Math.sin(now.seconds() * 0.37) + 0.02 * Math.sin(now.seconds() * 0.61);
        double push = 1 + 0.02 * now.kick() + 0.10 * now.build() * now.build() + 0.02 * Math.sin(now.seconds() * 0.29);
        return view.closer(push).turned(sway);
    }
}
