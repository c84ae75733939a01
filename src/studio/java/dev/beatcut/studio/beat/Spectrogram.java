package dev.beatcut.studio.beat;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * Logarithmic magnitudes of a song in frequency bands, one row every 10 ms; row {@code i} is centred on {@code i *
 * 10} ms.
 */
final class Spectrogram {

    static final int SAMPLE_RATE = 44_100;
    static final int FRAMES_PER_SECOND = 100;
    static final int MS_PER_FRAME = 1000 / FRAMES_PER_SECOND;

    private static final int HOP = SAMPLE_RATE / FRAMES_PER_SECOND;
    private static final int WINDOW_SIZE = 2048;
    private static final double REFERENCE_RMS = 0.1;
    /** Share of the song's mean level below which a frame is silent. */
    private static final double AUDIBLE = 0.05;

    private final FilterBank filters = new FilterBank(WINDOW_SIZE, SAMPLE_RATE);
    private final float[][] rows;
    private final IntSummaryStatistics audible;

    Spectrogram(float[] mono) {
        rows = new float[mono.length / HOP][];
        float[] window = window(REFERENCE_RMS / rms(mono));
        FloatFFT_1D fft = new FloatFFT_1D(WINDOW_SIZE);
        float[] frame = new float[WINDOW_SIZE];
        float[] magnitudes = new float[filters.bins()];
        for (int row = 0; row < rows.length; row++) {
            cut(mono, row * HOP - WINDOW_SIZE / 2, window, frame);
            fft.realForward(frame);
            magnitudes(frame, magnitudes);
            rows[row] = logarithms(filters.apply(magnitudes));
        }
        audible = audibleFrames();
    }

    static double rms(float[] mono) {
        double even = 0;
        double odd = 0;
        for (int i = 1; i < mono.length; i += 2) {
            even += mono[i - 1] * mono[i - 1];
            odd += mono[i] * mono[i];
        }
        return Math.sqrt((even + odd) / Math.max(1, mono.length));
    }

    /** A Hann window that also brings the song to one loudness, since the logarithm is not indifferent to level. */
    private static float[] window(double gain) {
        float[] window = new float[WINDOW_SIZE];
        for (int i = 0; i < WINDOW_SIZE; i++) {
            window[i] = (float) (gain * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW_SIZE)));
        }
        return window;
    }

    /** The stretch of {@code mono} from {@code start} on under a window; nothing sounds outside the song. */
    static void cut(float[] mono, int start, float[] window, float[] frame) {
        int from = Math.clamp(-start, 0, frame.length);
        int to = Math.clamp(mono.length - start, from, frame.length);
        Arrays.fill(frame, 0, from, 0);
        Arrays.fill(frame, to, frame.length, 0);
        for (int i = from; i < to; i++) {
            frame[i] = mono[start + i] * window[i];
        }
    }

    private static void magnitudes(float[] spectrum, float[] magnitudes) {
        for (int bin = 1; bin < magnitudes.length; bin++) {
            float re = spectrum[2 * bin];
            float im = spectrum[2 * bin + 1];
            magnitudes[bin] = (float) Math.sqrt(re * re + im * im);
        }
    }

    private static float[] logarithms(float[] bands) {
        for (int band = 0; band < bands.length; band++) {
            bands[band] = (float) Math.log(1 + bands[band]);
        }
        return bands;
    }

    int frames() {
        return rows.length;
    }

    private IntSummaryStatistics audibleFrames() {
        double[] levels = IntStream.range(0, rows.length)
                .mapToDouble(frame -> level(0, bands(), frame, frame + 1))
                .toArray();
        double threshold = AUDIBLE * Arrays.stream(levels).average().orElse(0);
        return IntStream.range(0, rows.length)
                .filter(frame -> levels[frame] > threshold)
                .summaryStatistics();
    }

    /** Those of these frames that lie in the music, not in the silence before or after it. */
    int[] audible(int[] frames) {
        return Arrays.stream(frames)
                .filter(frame -> frame >= audible.getMin() && frame <= audible.getMax())
                .toArray();
    }

    float[] row(int frame) {
        return rows[frame];
    }

    /** Mean of a block of bands (from, to) and frames (start, end). */
    double level(int from, int to, int start, int end) {
        double sum = 0;
        for (int frame = start; frame < end; frame++) {
            for (int band = from; band < to; band++) {
                sum += rows[frame][band];
            }
        }
        return sum / Math.max(1, (to - from) * (end - start));
    }

    int bands() {
        return filters.size();
    }

    int bandAt(double hz) {
        return filters.bandAt(hz);
    }
}
