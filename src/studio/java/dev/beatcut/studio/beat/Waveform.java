package dev.beatcut.studio.beat;

import java.util.Arrays;
import java.util.List;

/** How a song looks from afar: its loudest sample in each of many equal parts, 255 for the loudest of all. */
final class Waveform {

    private static final int PARTS = 1000;

    private Waveform() {}

    static List<Integer> peaks(float[] mono) {
        int parts = Math.min(PARTS, mono.length);
        double[] peaks = new double[parts];
        for (int part = 0; part < parts; part++) {
            for (long i = (long) part * mono.length / parts; i < (part + 1L) * mono.length / parts; i++) {
                peaks[part] = Math.max(peaks[part], Math.abs(mono[(int) i]));
            }
        }
        double most = Math.max(1e-9, Arrays.stream(peaks).max().orElse(1));
        return Arrays.stream(peaks)
                .mapToObj(peak -> (int) Math.round(255 * peak / most))
                .toList();
    }
}
