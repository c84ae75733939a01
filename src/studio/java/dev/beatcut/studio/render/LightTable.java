package dev.beatcut.studio.render;

import dev.beatcut.studio.ffmpeg.Pixels.Light;
import java.util.Locale;

/**
 * From high to standard dynamic range, as a table of colours that ffmpeg's {@code lut3d} reads: values of PQ (SMPTE ST
 * 2084) or HLG (ITU-R BT.2100, a display of 1000 cd/m2) in BT.2020 become BT.709. Light up to a little under half of
 * diffuse white stays what it is; above that it is bent down by the Hermite spline of ITU-R BT.2390-8 section 5.4.1, from
 * 1000 cd/m2 to diffuse white (203 cd/m2, ITU-R BT.2408). All three colours are bent alike, so hues stay.
 */
final class LightTable {

    private static final int SIZE = 33;
    private static final double PEAK = 1000;
    private static final double WHITE = 203;
    private static final double GAMMA = 2.2;

    private LightTable() {}

    /** In the format {@code .cube}. */
    static String cube(Light light) {
        var text =
                new StringBuilder(1 << 20).append("LUT_3D_SIZE ").append(SIZE).append('\n');
        for (int blue = 0; blue < SIZE; blue++) {
            for (int green = 0; green < SIZE; green++) {
                for (int red = 0; red < SIZE; red++) {
                    var shown = shown(light, red / (SIZE - 1.0), green / (SIZE - 1.0), blue / (SIZE - 1.0));
                    text.append(String.format(Locale.ROOT, "%.5f %.5f %.5f%n", shown[0], shown[1], shown[2]));
                }
            }
        }
        return text.toString();
    }

    /** @return red, green and blue of BT.709, 0 to 1 */
    static double[] shown(Light light, double red, double green, double blue) {
        var seen =
                light == Light.PQ ? new double[] {fromPq(red), fromPq(green), fromPq(blue)} : fromHlg(red, green, blue);
        double most = Math.max(1e-6, Math.max(seen[0], Math.max(seen[1], seen[2])));
        double share = bent(most) / most / WHITE;
        double r = seen[0] * share;
        double g = seen[1] * share;
        double b = seen[2] * share;
        return new double[] {
            encoded(1.6605 * r - 0.5876 * g - 0.0728 * b),
            encoded(-0.1246 * r + 1.1329 * g - 0.0083 * b),
            encoded(-0.0182 * r - 0.1006 * g + 1.1187 * b)
        };
    }

    private static double encoded(double linear) {
        return Math.pow(Math.clamp(linear, 0, 1), 1 / GAMMA);
    }

    private static double bent(double light) {
        double top = toPq(PEAK);
        double most = toPq(WHITE) / top;
        double knee = 1.5 * most - 0.5;
        double in = Math.min(1, toPq(light) / top);
        if (in < knee) {
            return light;
        }
        double t = (in - knee) / (1 - knee);
        double out = (2 * t * t * t - 3 * t * t + 1) * knee
                + (t * t * t - 2 * t * t + t) * (1 - knee)
                + (-2 * t * t * t + 3 * t * t) * most;
        return fromPq(out * top);
    }

    /** Scene light through the display's own gamma, which hangs on luminance. */
    private static double[] fromHlg(double red, double green, double blue) {
        double r = scene(red);
        double g = scene(green);
        double b = scene(blue);
        double gain = PEAK * Math.pow(Math.max(1e-9, 0.2627 * r + 0.6780 * g + 0.0593 * b), 0.2);
        return new double[] {gain * r, gain * g, gain * b};
    }

    private static double scene(double value) {
        return value <= 0.5 ? value * value / 3 : (Math.exp((value - 0.55991073) / 0.17883277) + 0.28466892) / 12;
    }

    private static double fromPq(double value) {
        double power = Math.pow(value, 1 / 78.84375);
        return 10_000 * Math.pow(Math.max(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power), 1 / 0.1593017578125);
    }

    private static double toPq(double light) {
        double power = Math.pow(light / 10_000, 0.1593017578125);
        return Math.pow((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power), 78.84375);
    }
}
