package dev.beatcut.timeline;

import java.util.List;

/**
 * A timeline as a picture: sections and drops of the song above, a row a track with its segments and the song's waveform,
 * beats behind them, cuts below the video, seconds at the bottom. Made for the width of a phone.
 */
public final class Picture {

    static final int WIDTH = 480;

    private Picture() {}

    /** A whole SVG document; every text in it is escaped. */
    public static String svg(Timeline timeline) {
        return Svg.of(new PictureLayout(timeline).marks(), Summary.of(timeline));
    }

    /** The same as a PNG, {@value #WIDTH} times two pixels wide; of texts it shows what is Latin letters and digits. */
    public static byte[] png(Timeline timeline) {
        return Png.of(new PictureLayout(timeline).marks());
    }

    /**
     * What is drawn, in this order.
     *
     * @param text null for a rectangle; else it stands on the line {@code y}, within {@code width}
     * @param hint said where one points at it; may be null
     */
    record Mark(Ink ink, double x, double y, double width, double height, String text, String hint) {

        static Mark box(Ink ink, double x, double y, double width, double height) {
            return new Mark(ink, x, y, width, height, null, null);
        }

        static Mark text(Ink ink, double x, double y, double width, String text) {
            return new Mark(ink, x, y, width, 0, text, null);
        }

        Mark saying(String said) {
            return new Mark(ink, x, y, width, height, text, said);
        }
    }

    /** The looks of marks: their class in SVG and their colour. */
    enum Ink {
        PAPER(0xffffff),
        GRID(0xe4e8ee),
        BEAT(0xd3d9e2),
        BAR(0x98a2b3),
        CALM(0xcfe0f5),
        LIVELY(0x9cc0ee),
        LOUD(0xf2b866),
        DROP(0xd92d20),
        CUT(0x1d2330),
        VIDEO(0x3867d6),
        AUDIO(0x20846a),
        WAVE(0xbfe8d9),
        TEXT(0xa1457f),
        OTHER(0x5b6475),
        HEAD(0x1d2330),
        LABEL(0x3d4657),
        AXIS(0x5b6475),
        INSIDE(0xffffff);

        final int rgb;

        Ink(int rgb) {
            this.rgb = rgb;
        }

        boolean isBold() {
            return this == HEAD;
        }

        static List<Ink> all() {
            return List.of(values());
        }
    }
}
