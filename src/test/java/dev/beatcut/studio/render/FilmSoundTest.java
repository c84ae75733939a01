package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.Workshop.m;
import static dev.beatcut.studio.render.Workshop.rms;
import static dev.beatcut.studio.render.Workshop.shot;
import static dev.beatcut.studio.render.Workshop.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatcut.timeline.Segment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmSoundTest {

    private static Workshop workshop;
    private static Path silent;
    private static Path low;
    private static Path high;

    @BeforeAll
    static void open(@TempDir Path folder) {
        workshop = new Workshop(folder);
        silent = workshop.plain("silent.mp4", "red", "30", 5);
        low = clip("low.mp4", "sine=f=300:r=44100", 1);
        high = clip("high.mov", "sine=f=3000:r=22050,aformat=channel_layouts=stereo", 2);
    }

    private static Path clip(String name, String sound, int channels) {
        return workshop.media(
                name,
                List.of("-f", "lavfi", "-i", "color=blue:s=320x180:r=25", "-f", "lavfi", "-i", sound),
                "-t",
                "4",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                "-ac",
                "" + channels);
    }

    private static Path song(String name, String lavfi, double seconds) {
        return workshop.media(name, List.of("-f", "lavfi", "-i", lavfi), "-t", "" + seconds);
    }

    private static Segment song(long start, long length, Path file, long sourceStart, double gain) {
        return Segment.media(null, start, length, "" + file, sourceStart, gain, m());
    }

    private static float[] heard(long length, List<Segment> shots, List<Segment> songs) {
        return workshop.sound(
                workshop.film(timeline(length, shots, songs, List.of())).file());
    }

    /** How strong a tone is, 0 to 1 of a full sine. */
    private static double tone(float[] samples, double hertz, double fromSeconds, double toSeconds) {
        double cosine = 0;
        double sine = 0;
        int from = (int) (fromSeconds * 48000);
        int to = (int) (toSeconds * 48000);
        for (int i = from; i < to; i++) {
            cosine += samples[i] * Math.cos(2 * Math.PI * hertz * i / 48000);
            sine += samples[i] * Math.sin(2 * Math.PI * hertz * i / 48000);
        }
        return 2 * Math.hypot(cosine, sine) / (to - from);
    }

    @Test
    void theSongSitsExactly() {
        var mp3 = song("noise.mp3", "anoisesrc=r=44100:seed=7:a=0.3,lowpass=f=3000", 6);
        var film = heard(3000, List.of(shot(0, 3000, silent, 0)), List.of(song(500, 2500, mp3, 1234, 1)));
        var original = workshop.sound(mp3);

        var piece = Arrays.copyOfRange(original, (1234 + 300) * 48, (1234 + 1300) * 48);
        assertThat(bestPlace(film, piece, 800 * 48, 1000)).isCloseTo(800 * 48, within(240));
    }

    @Test
    void theClipsOwnSoundSitsExactly() {
        var noisy = clip("noisy.mp4", "anoisesrc=r=44100:seed=9:a=0.3,lowpass=f=3000", 1);
        var film = heard(2000, List.of(shot(0, 700, silent, 0), shot(700, 2000, noisy, 1500)), List.of());
        var original = workshop.sound(noisy);

        var piece = Arrays.copyOfRange(original, 1700 * 48, 2400 * 48);
        assertThat(bestPlace(film, piece, 900 * 48, 1000)).isCloseTo(900 * 48, within(240));
    }

    private static int bestPlace(float[] film, float[] piece, int expected, int reach) {
        int best = 0;
        double most = -1;
        for (int at = expected - reach; at <= expected + reach; at++) {
            double sum = 0;
            for (int i = 0; i < piece.length; i += 3) {
                sum += film[at + i] * piece[i];
            }
            if (sum > most) {
                most = sum;
                best = at;
            }
        }
        return best;
    }

    @Test
    void keepsTheRatioOfMusicAndOwnSound() {
        var music = song("music.wav", "sine=f=1000:r=48000", 4);
        var own = Segment.media(null, 0, 2000, "" + low, 500, 0.25, m());
        var film = heard(2000, List.of(own), List.of(song(0, 2000, music, 0, 0.5)));

        assertThat(tone(film, 300, 0.5, 1.5) / tone(film, 1000, 0.5, 1.5)).isCloseTo(0.5, within(0.03));
    }

    @Test
    void everyShotHasItsOwnSoundAndSilentOnesSilence() {
        var shots = List.of(shot(0, 500, low, 0), shot(500, 1000, silent, 0), shot(1000, 1500, high, 1000));
        var film = heard(1500, shots, List.of());

        assertThat(tone(film, 300, 0.1, 0.4)).isGreaterThan(0.1);
        assertThat(rms(film, 0.53, 0.97)).isLessThan(0.003);
        assertThat(tone(film, 3000, 1.1, 1.4)).isGreaterThan(0.05);
        assertThat(tone(film, 300, 1.1, 1.4)).isLessThan(0.01);
    }

    @Test
    void clips_that_cross_are_heard_together_and_at_the_same_power() {
        var crossed = m();
        crossed.putObject("transition").put("type", "crossfade").put("ms", 1000);
        var high = shot(1500, 3000, FilmSoundTest.high, 1000, crossed);
        var film = heard(3000, List.of(shot(0, 1500, low, 0), high), List.of());

        assertThat(tone(film, 3000, 0.6, 0.95)).as("before").isLessThan(0.01);
        assertThat(tone(film, 300, 1.45, 1.55) / tone(film, 300, 0.5, 0.9))
                .as("in the middle")
                .isCloseTo(Math.sqrt(0.5), within(0.12));
        assertThat(tone(film, 3000, 1.45, 1.55) / tone(film, 3000, 2.2, 2.8))
                .as("in the middle")
                .isCloseTo(Math.sqrt(0.5), within(0.12));
        assertThat(tone(film, 300, 2.05, 2.9)).as("after").isLessThan(0.01);
    }

    @Test
    void isAsLoudAsTheAppsExpectAndNeverClips() {
        var quiet = song("quiet.wav", "anoisesrc=r=48000:seed=3:a=0.1,lowpass=f=2000", 4);
        var loud = song("loud.wav", "anoisesrc=r=48000:seed=4:a=1:c=pink,volume=6dB", 4);
        for (var song : List.of(quiet, loud)) {
            var film = workshop.film(
                    timeline(4000, List.of(shot(0, 4000, silent, 0)), List.of(song(0, 4000, song, 0, 1)), List.of()));
            var loudness = measured(film.file());
            assertThat(loudness.integrated()).as("LUFS of " + song).isCloseTo(-14, within(1.0));
            assertThat(loudness.peak()).as("true peak of " + song).isLessThanOrEqualTo(-1);
        }
    }

    private static Loudness measured(Path film) {
        var arguments = List.of(
                "-v",
                "error",
                "-i",
                "" + film,
                "-af",
                "ebur128=peak=true:metadata=1,ametadata=mode=print:file=-",
                "-vn",
                "-f",
                "null",
                "/dev/null");
        return workshop.ffmpeg.read(arguments, in -> Loudness.of(new String(in.readAllBytes()).lines()));
    }

    @Test
    void silenceStaysSilent() {
        assertThat(rms(heard(1000, List.of(shot(0, 1000, silent, 0)), List.of()), 0, 1))
                .isZero();
    }

    @Test
    void aSongThatEndsEarlyIsFollowedBySilenceAndTheFilmKeepsItsLength() {
        var brief = song("brief.wav", "sine=f=500:r=44100", 1);
        var film = workshop.film(
                timeline(2000, List.of(shot(0, 2000, silent, 0)), List.of(song(0, 2000, brief, 0, 1)), List.of()));
        var sound = workshop.sound(film.file());

        assertThat(tone(sound, 500, 0.2, 0.9)).isGreaterThan(0.05);
        assertThat(rms(sound, 1.1, 1.95)).isLessThan(0.001);
        assertThat(sound.length).isBetween(96000, 96000 + 1024);
        assertThat(workshop.ffmpeg.probe(film.file()).durationMs()).isEqualTo(2000);
    }

    @Test
    void fadesTheSong() {
        var tone = song("tone.wav", "sine=f=500:r=44100", 4);
        var faded = new Segment(
                null, 0, 3000L, "" + tone, 0L, 1.0, null, m().put("fadeIn", 500).put("fadeOut", 1000), null);
        var film = heard(3000, List.of(shot(0, 3000, silent, 0)), List.of(faded));

        double full = rms(film, 1, 1.5);
        assertThat(rms(film, 0.2, 0.3)).isCloseTo(full / 2, within(full * 0.15));
        assertThat(rms(film, 2.45, 2.55)).isCloseTo(full / 2, within(full * 0.15));
    }

    @Test
    void theSongGoesDownUnderTheClipsOwnSoundWhereItIsAskedTo() {
        var music = song("bed.wav", "sine=f=1000:r=48000", 6);
        var shots = List.of(shot(0, 1500, silent, 0), shot(1500, 3000, low, 0), shot(3000, 5000, silent, 0));
        var ducked = Segment.media(null, 0, 5000, "" + music, 0, 0.5, m().put("duck", true));

        var film = heard(5000, shots, List.of(ducked));
        double before = tone(film, 1000, 0.5, 1.4);
        assertThat(tone(film, 1000, 2.0, 2.9) / before).isLessThan(0.5);
        assertThat(tone(film, 1000, 4.4, 4.9) / before).isGreaterThan(0.9);

        var plain = heard(5000, shots, List.of(song(0, 5000, music, 0, 0.5)));
        assertThat(tone(plain, 1000, 2.0, 2.9) / tone(plain, 1000, 0.5, 1.4)).isCloseTo(1, within(0.05));
    }

    @Test
    void oneGainForAllOfItUnlessPeaksStandInTheWay() {
        assertThat(new Loudness(-20, -12).filter()).isEqualTo("volume=6.000000dB");
        assertThat(new Loudness(-20, -3).filter())
                .startsWith("volume=6.000000dB")
                .contains("alimiter");
        assertThat(new Loudness(-30, -3).gain()).as("no pumping").isEqualTo(7);
        assertThat(new Loudness(-9, 1).gain()).isEqualTo(-5);
        assertThat(new Loudness(-70, -140).gain()).as("silence").isZero();
    }
}
