package dev.beatcut.studio.beat;

import java.util.Arrays;

/** How loud a song is in frequency bands over time, for pictures that move with it. */
public final class BandLevels {

    public static final int ROWS_PER_SECOND = Spectrogram.FRAMES_PER_SECOND;

    private static final double SILENT_RMS = 1e-5;

    private BandLevels() {}

    /**
     * Mean logarithmic magnitude in each band, one row every 10 ms; row {@code i} is centred on {@code i * 10} ms.
     *
     * @param mono    samples of one channel at 44 100 Hz; any level will do, since the song is brought to one loudness
     * @param edgesHz the bands' borders, ascending: one more than there are bands
     * @return 0 or more; all 0 for silence
     */
    public static float[][] of(float[] mono, double... edgesHz) {
        int bands = edgesHz.length - 1;
        if (Spectrogram.rms(mono) < SILENT_RMS) {
            return new float[mono.length / (Spectrogram.SAMPLE_RATE / ROWS_PER_SECOND)][bands];
        }
        var spectrogram = new Spectrogram(mono);
        int[] edges = Arrays.stream(edgesHz).mapToInt(spectrogram::bandAt).toArray();
        float[][] rows = new float[spectrogram.frames()][bands];
        for (int row = 0; row < rows.length; row++) {
            for (int band = 0; band < bands; band++) {
                int from = Math.min(edges[band], spectrogram.bands() - 1);
                rows[row][band] = (float) spectrogram.level(from, Math.max(from + 1, edges[band + 1]), row, row + 1);
            }
        }
        return rows;
    }
}
