package dev.beatcut.studio.render;

import static dev.beatcut.studio.ffmpeg.FilterText.number;

import java.util.stream.Stream;

/**
 * What a mix sounds like, by EBU R 128, and what is done about it: one gain for all of it, and a limiter only where
 * peaks would pass the ceiling.
 *
 * @param integrated LUFS
 * @param peak true peak, dBTP
 */
record Loudness(double integrated, double peak) {

    private static final double TARGET = -14;
    private static final double SILENCE = -60;
    private static final double MOST_GAIN = 20;

    /** Under -1 dBTP by as much as the AAC encoder may add. */
    private static final double CEILING = -2;

    /** Peaks are held down by at most this much: more would be heard as pumping. */
    private static final double MOST_LIMITING = 6;

    /** From the lines that ffmpeg's {@code ebur128} prints as metadata; the last values count. */
    static Loudness of(Stream<String> lines) {
        var measured = new double[] {-70, 0};
        lines.forEach(line -> {
            if (line.startsWith("lavfi.r128.I=")) {
                measured[0] = Double.parseDouble(line.substring(line.indexOf('=') + 1));
            } else if (line.startsWith("lavfi.r128.true_peak=")) {
                measured[1] = Math.max(measured[1], Double.parseDouble(line.substring(line.indexOf('=') + 1)));
            }
        });
        return new Loudness(measured[0], 20 * Math.log10(Math.max(measured[1], 1e-7)));
    }

    double gain() {
        if (!(integrated > SILENCE)) {
            return Math.min(0, CEILING - peak);
        }
        return Math.min(Math.min(TARGET - integrated, MOST_GAIN), CEILING - peak + MOST_LIMITING);
    }

    /** The limiter works on four times the rate, where it sees the peaks between samples. */
    String filter() {
        var gained = "volume=" + number(gain()) + "dB";
        if (peak + gain() <= CEILING) {
            return gained;
        }
        return gained + ",aresample=" + 4 * Canvas.SOUND_RATE + ",alimiter=limit="
                + number(Math.pow(10, CEILING / 20)) + ":level=0:attack=5:release=60:latency=1,aresample="
                + Canvas.SOUND_RATE;
    }
}
