package dev.beatcut.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    private static final int RATE = 44_100;
    /** Silence, and from 500 ms on a tone. */
    private static final String ONSET = "aevalsrc='if(gte(t,0.5),0.8*sin(2*PI*1000*t),0)':d=2:s=44100";

    @TempDir
    Path folder;

    private final Decoder decoder = new Decoder(Made.FFMPEG);

    @ParameterizedTest
    @ValueSource(strings = {"wav", "mp3", "m4a", "mp4", "mov", "mkv"})
    void a_tone_begins_when_it_was_recorded_to_begin(String format) {
        var song = Made.clip(folder.resolve("a." + format), ONSET, "-c:a", codec(format));

        var samples = decoder.mono(song, RATE);

        assertThat(onsetMs(samples)).isCloseTo(500, within(3.0));
        assertThat(samples.length).isCloseTo(2 * RATE, within(2500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "m4a"})
    void the_renderer_hears_the_tone_at_the_same_sample(String format) {
        var song = Made.clip(folder.resolve("a." + format), ONSET);
        var rendered = Made.make(
                folder.resolve("r.wav"),
                List.of("-i", song.toString(), "-filter_complex", "[0:a]atrim=0.25,asetpts=PTS-STARTPTS"));

        double inSong = onsetMs(decoder.mono(song, RATE));
        double inFilm = onsetMs(decoder.mono(rendered, RATE));

        assertThat(inFilm).isCloseTo(inSong - 250, within(0.1));
    }

    @Test
    void sound_that_starts_later_than_the_picture_keeps_its_place() {
        var clip = Made.make(
                folder.resolve("late.mkv"),
                List.of("-f", "lavfi", "-i", "testsrc=s=64x48:d=3", "-itsoffset", "0.75", "-f", "lavfi", "-i", ONSET));

        assertThat(onsetMs(decoder.mono(clip, RATE))).isCloseTo(1250, within(3.0));
    }

    @Test
    void any_rate_and_stereo_become_mono_at_the_asked_rate() {
        var song = Made.clip(folder.resolve("a.wav"), "sine=d=30:r=48000,pan=stereo|c0=c0|c1=c0");

        var samples = decoder.mono(song, 22_050);

        assertThat(samples.length).isCloseTo(30 * 22_050, within(50));
        assertThat(peak(samples)).isCloseTo(0.125f, within(0.01f));
    }

    private static String codec(String format) {
        return switch (format) {
            case "wav" -> "pcm_s16le";
            case "mp3" -> "libmp3lame";
            case "mkv" -> "flac"; // Matroska does not tell how much of AAC's start is padding
            default -> "aac";
        };
    }

    private static double onsetMs(float[] samples) {
        int at = 0;
        while (Math.abs(samples[at]) < 0.2) {
            at++;
        }
        return at * 1000.0 / RATE;
    }

    private static float peak(float[] samples) {
        float peak = 0;
        for (var sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
