package dev.beatcut.studio.beat;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Hears the beats, bars, sections and drops of a song. The same samples always give the same grid; a tracker has no
 * state and may be shared between threads. Expect 1 s of one core for about 5 minutes of song, and 60 MB of memory.
 */
public final class BeatTracker {

    private static final int SHORTEST_MS = 2_000;
    private static final double SILENT_RMS = 1e-4;

    /** A tracker with nothing to configure. */
    public BeatTracker() {}

    /**
     * Listens to a whole song.
     *
     * @param mono       samples of one channel, nominally -1 to 1; any level will do
     * @param sampleRate samples per second, 44 100
     * @return what was heard; a grid without beats for silence, for noise and for less than two seconds
     * @throws IllegalArgumentException for another sample rate: resample while decoding ({@code ffmpeg -ac 1 -ar
     *                                  44100})
     */
    public BeatGrid track(float[] mono, int sampleRate) {
        if (sampleRate != Spectrogram.SAMPLE_RATE) {
            throw new IllegalArgumentException(
                    "Samples must come at %d Hz, but came at %d Hz".formatted(Spectrogram.SAMPLE_RATE, sampleRate));
        }
        long durationMs = 1000L * mono.length / sampleRate;
        if (durationMs < SHORTEST_MS || Spectrogram.rms(mono) < SILENT_RMS) {
            return BeatGrid.empty(durationMs);
        }
        Spectrogram spectrogram = new Spectrogram(mono);
        Onsets onsets = Onsets.of(spectrogram);
        return onsets.rhythmic()
                ? grid(spectrogram, onsets, new Harmony(mono), durationMs).with(Waveform.peaks(mono))
                : BeatGrid.empty(durationMs);
    }

    private static BeatGrid grid(Spectrogram spectrogram, Onsets onsets, Harmony harmony, long durationMs) {
        Tapping tapping = new Tapping(spectrogram, onsets, harmony);
        int[] frames = spectrogram.audible(tapping.beats());
        if (frames.length < 2) {
            return BeatGrid.empty(durationMs);
        }
        Downbeats.Bars bars = Downbeats.find(Accents.downbeats(frames, harmony, onsets));
        long[] times = BeatTimes.ms(frames, onsets.envelope());
        List<Beat> beats = IntStream.range(0, times.length)
                .mapToObj(beat -> new Beat(times[beat], bars.positions()[beat]))
                .toList();
        Form form = Form.of(spectrogram, onsets, beats, durationMs);
        return new BeatGrid(
                tapping.tempo(),
                tapping.alternatives(),
                bars.metre(),
                beats,
                form.sections(),
                form.drops(),
                durationMs);
    }
}
