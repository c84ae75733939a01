package dev.beatcut.studio.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeatTrackerTest {

    private static final double[] ROOTS = {220, 174.6, 261.6, 196};

    @ParameterizedTest
    @ValueSource(doubles = {71.3, 84, 97, 110, 120})
    void everyClickIsABeatToFifteenMilliseconds(double bpm) {
        double beat = 60 / bpm;
        double[] clicks =
                DoubleStream.iterate(0.5, at -> at < 19.5, at -> at + beat).toArray();
        Song song = new Song(20);
        DoubleStream.of(clicks).forEach(song::click);

        BeatGrid grid = track(song);

        assertThat(grid.tempo()).isCloseTo(bpm, within(bpm / 100));
        assertBeatsAt(grid, clicks);
    }

    @Test
    void beatsAreNeitherEarlyNorLateOnAverage() {
        double beat = 0.5237;
        double late = track(rock(0.5, beat, 12)).beats().stream()
                .mapToDouble(heard -> Math.IEEEremainder(heard.ms() / 1000.0 - 0.5, beat))
                .average()
                .orElseThrow();

        assertThat(late).isCloseTo(0, within(0.005));
    }

    @Test
    void aRockSongIsInFourWithItsDownbeatsOnTheKickAndTheNewChord() {
        BeatGrid grid = track(rock(1.37, 60 / 100.0, 10));

        assertThat(grid.metre()).isEqualTo(4);
        assertThat(grid.tempo()).isCloseTo(100, within(1.0));
        assertThat(downbeats(grid)).hasSize(10).allSatisfy(at -> assertThat((at / 1000.0 - 1.37 + 0.05) % 2.4)
                .isLessThan(0.1));
    }

    @Test
    void aWaltzIsInThree() {
        Song song = new Song(30);
        double beat = 60 / 140.0;
        for (int bar = 0; bar < 22; bar++) {
            song.waltzBar(0.4 + bar * 3 * beat, beat).chord(0.4 + bar * 3 * beat, 3 * beat, ROOTS[bar % 4]);
        }

        BeatGrid grid = track(song);

        assertThat(grid.metre()).isEqualTo(3);
        assertThat(downbeats(grid)).hasSizeBetween(21, 23).allSatisfy(at -> assertThat(
                        (at / 1000.0 - 0.4 + 0.05) % (3 * beat))
                .isLessThan(0.1));
    }

    @Test
    void slowChordsUnderAFastArpeggioAreTappedSlowly() {
        Song song = new Song(42);
        double beat = 60 / 72.0;
        for (int bar = 0; bar < 12; bar++) {
            double root = ROOTS[bar % 4];
            double at = 0.4 + bar * 4 * beat;
            double[] notes = {root / 2, root, root * 1.25, root * 1.5, root * 2, root * 1.5, root * 1.25, root};
            song.bass(at, 4 * beat, root / 4);
            for (int quarter = 0; quarter < 16; quarter++) {
                song.pluck(at + quarter * beat / 4, notes[quarter % 8]);
            }
        }

        BeatGrid grid = track(song);

        assertThat(grid.tempo()).isCloseTo(72, within(0.72));
        assertThat(grid.metre()).isEqualTo(4);
        assertThat(downbeats(grid)).hasSizeBetween(11, 13).allSatisfy(at -> assertThat(
                        (at / 1000.0 - 0.4 + 0.05) % (4 * beat))
                .isLessThan(0.1));
    }

    @Test
    void loudHatsOnTheOffBeatDoNotPullTheBeatsAway() {
        Song song = new Song(32);
        for (int bar = 0; bar < 15; bar++) {
            double at = 0.5 + bar * 2;
            song.chord(at, 2, ROOTS[bar % 4]);
            for (int beat = 0; beat < 4; beat++) {
                song.kick(at + beat * 0.5).hat(at + beat * 0.5 + 0.25);
            }
        }

        assertThat(track(song).beatTimesMs()).hasSizeBetween(59, 63).allSatisfy(at -> assertThat((at - 500 + 50) % 500)
                .isLessThan(100));
    }

    @Test
    void beatsBreatheWithThePlayer() {
        double[] played = new double[48];
        played[0] = 0.5;
        for (int i = 1; i < played.length; i++) {
            played[i] = played[i - 1] + 0.6 * (1 + 0.05 * Math.sin(2 * Math.PI * i / 16));
        }
        Song song = new Song(played[47] + 0.5);
        for (int i = 0; i < played.length; i++) {
            song.click(played[i]);
        }

        List<Long> beats = track(song).beatTimesMs();

        assertThat(beats).hasSize(48);
        assertThat(beats.subList(0, 47)).allSatisfy(at -> assertThat(DoubleStream.of(played)
                        .map(beat -> Math.abs(beat - at / 1000.0))
                        .min()
                        .orElseThrow())
                .isLessThan(0.02));
    }

    @Test
    void beatsOfAClickTrackStayOnTheBeatThroughAPassageOfOffBeats() {
        Song song = new Song(64);
        for (int beat = 0; beat < 124; beat++) {
            boolean passage = beat >= 48 && beat < 64;
            double at = 0.5 + beat * 0.5;
            if (passage) {
                song.hat(at + 0.25);
            } else {
                song.kick(at).snare(at + (beat % 2) * 0.5);
            }
        }

        assertThat(track(song).beatTimesMs())
                .allSatisfy(at -> assertThat((at - 500 + 60) % 500).isLessThan(120));
    }

    @Test
    void aTempoThatCouldBeTwiceAsFastSaysSo() {
        Song plain = new Song(30);
        DoubleStream.iterate(0.5, at -> at < 29, at -> at + 0.75).forEach(plain::click);
        Song clear = rock(0.5, 0.5, 15);

        assertThat(doubled(track(plain))).isGreaterThan(3 * doubled(track(clear)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 90, 140})
    void noAlternativeIsMoreLikelyThanTheReportedTempo(double bpm) {
        Song plain = new Song(30);
        DoubleStream.iterate(0.5, at -> at < 29, at -> at + 60 / bpm).forEach(plain::click);

        List<TempoCandidate> alternatives = track(plain).alternatives();

        double others =
                alternatives.stream().mapToDouble(TempoCandidate::confidence).sum();
        assertThat(alternatives.getFirst().confidence()).isLessThan(1 - others);
    }

    @Test
    void beatsFollowASongThatGrowsFaster() {
        double[] clicks = new double[60];
        clicks[0] = 0.5;
        for (int i = 1; i < clicks.length; i++) {
            clicks[i] = clicks[i - 1] + 0.6 * Math.pow(0.994, i);
        }
        Song song = new Song(clicks[59] + 0.5);
        DoubleStream.of(clicks).forEach(song::click);

        assertBeatsAt(track(song), clicks);
    }

    @Test
    void beatsGoOnThroughABreakInTheDrums() {
        Song song = new Song(30);
        for (int bar = 0; bar < 14; bar++) {
            double at = 0.5 + bar * 2;
            song.chord(at, 2, ROOTS[bar % 4]);
            if (bar != 6) {
                song.rockBar(at, 0.5);
            }
        }

        assertThat(track(song).beatTimesMs().stream().filter(at -> at > 12_300 && at < 14_700))
                .hasSize(5);
    }

    @Test
    void thereAreNoBeatsInTheSilenceBeforeAndAfterTheMusic() {
        Song song = new Song(30);
        DoubleStream.iterate(6, at -> at < 20, at -> at + 0.5).forEach(song::click);

        List<Long> beats = track(song).beatTimesMs();

        assertThat(beats.getFirst()).isBetween(5_900L, 6_100L);
        assertThat(beats.getLast()).isBetween(19_400L, 20_100L);
    }

    @Test
    void silenceHasNoBeats() {
        assertThat(track(new Song(20))).isEqualTo(BeatGrid.empty(20_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20})
    void noiseHasNoBeats(int seconds) {
        assertThat(track(new Song(seconds).hiss(0.1)).isEmpty()).isTrue();
    }

    @Test
    void aLastingToneHasNoBeats() {
        assertThat(track(new Song(20).chord(0, 20, 220)).isEmpty()).isTrue();
    }

    @Test
    void drumsUnderNoiseHaveBeats() {
        assertThat(track(rock(0.5, 0.5, 10).hiss(0.1)).tempo()).isCloseTo(120, within(1.2));
    }

    @Test
    void lessThanTwoSecondsHaveNoBeats() {
        assertThat(track(new Song(1.9).click(0.5).click(1).click(1.5))).isEqualTo(BeatGrid.empty(1_900));
        assertThat(track(new Song(0))).isEqualTo(BeatGrid.empty(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 2.5, 3, 4, 6})
    void aShortSongIsTrackedWithoutFailing(double seconds) {
        Song song = new Song(seconds);
        DoubleStream.iterate(0.1, at -> at < seconds - 0.1, at -> at + 0.5).forEach(song::click);

        assertThat(track(song).beats()).hasSizeGreaterThan(1);
    }

    @Test
    void oneLonelyClickIsTrackedWithoutFailing() {
        assertThat(track(new Song(5).click(4.9)).durationMs()).isEqualTo(5_000);
    }

    @Test
    void loudnessDoesNotMatter() {
        float[] loud = rock(0.5, 0.55, 10).samples();
        float[] quiet = loud.clone();
        for (int i = 0; i < quiet.length; i++) {
            quiet[i] /= 64;
        }

        assertThat(new BeatTracker().track(quiet, Song.SAMPLE_RATE))
                .isEqualTo(new BeatTracker().track(loud, Song.SAMPLE_RATE));
    }

    @Test
    void halfAndDoubleTempoAreAlwaysOffered() {
        BeatGrid grid = track(rock(0.5, 60 / 96.0, 10));

        assertThat(grid.alternatives()).extracting(TempoCandidate::tempo).contains(grid.tempo() / 2, grid.tempo() * 2);
        assertThat(grid.alternatives().stream()
                        .mapToDouble(TempoCandidate::confidence)
                        .sum())
                .isLessThan(1);
        assertThat(grid.alternatives()).isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
    }

    @Test
    void bassAndDrumsThatComeBackAreADrop() {
        BeatGrid grid = track(withBreak());

        assertThat(grid.drops()).singleElement().satisfies(drop -> {
            assertThat(drop.ms()).isCloseTo(32_500, within(30L));
            assertThat(drop.strength()).isGreaterThan(0.3);
        });
        assertThat(grid.sections()).anySatisfy(section -> {
            assertThat(section.label()).isEqualTo("drop");
            assertThat(section.fromMs()).isEqualTo(grid.drops().getFirst().ms());
        });
        assertThat(grid.sections()).anySatisfy(section -> {
            assertThat(section.label()).isIn("break", "build");
            assertThat(section.fromMs()).isCloseTo(16_500, within(30L));
            assertThat(section.energy()).isLessThan(0.7);
        });
    }

    @Test
    void aSteadySongHasNoDropsAndOneSection() {
        BeatGrid grid = track(rock(0.5, 0.5, 20));

        assertThat(grid.drops()).isEmpty();
        assertThat(grid.sections()).singleElement().satisfies(section -> {
            assertThat(section.label()).isEqualTo("high");
            assertThat(section.energy()).isEqualTo(1);
        });
    }

    @Test
    void sectionsFollowOneAnotherOnDownbeatsToTheEnd() {
        BeatGrid grid = track(withBreak());

        assertThat(grid.sections()).hasSizeGreaterThan(2);
        for (int i = 1; i < grid.sections().size(); i++) {
            assertThat(grid.sections().get(i).fromMs())
                    .isEqualTo(grid.sections().get(i - 1).toMs());
        }
        assertThat(downbeats(grid))
                .containsAll(grid.sections().stream().map(Section::fromMs).toList());
        assertThat(grid.sections().getLast().toMs()).isEqualTo(grid.durationMs());
    }

    @Test
    void anotherSampleRateIsRefusedWithBothRates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BeatTracker().track(new float[48_000], 48_000))
                .withMessageContaining("44100")
                .withMessageContaining("48000");
    }

    private static double doubled(BeatGrid grid) {
        return grid.alternatives().stream()
                .filter(candidate -> candidate.tempo() == 2 * grid.tempo())
                .mapToDouble(TempoCandidate::confidence)
                .sum();
    }

    private static BeatGrid track(Song song) {
        return new BeatTracker().track(song.samples(), Song.SAMPLE_RATE);
    }

    private static Song rock(double start, double beat, int bars) {
        Song song = new Song(start + bars * 4 * beat - 0.3);
        for (int bar = 0; bar < bars; bar++) {
            double at = start + bar * 4 * beat;
            song.rockBar(at, beat).chord(at, 4 * beat, ROOTS[bar % 4]);
        }
        return song;
    }

    /** Eight bars of everything, eight bars of thin chords with hats, eight bars of everything; two seconds a bar. */
    private static Song withBreak() {
        Song song = new Song(48.5);
        for (int bar = 0; bar < 24; bar++) {
            double at = 0.5 + bar * 2;
            if (bar < 8 || bar >= 16) {
                song.rockBar(at, 0.5).chord(at, 2, ROOTS[bar % 4]);
            } else {
                song.chord(at, 2, ROOTS[bar % 4] * 4)
                        .hat(at)
                        .hat(at + 0.5)
                        .hat(at + 1)
                        .hat(at + 1.5);
            }
        }
        return song;
    }

    private static void assertBeatsAt(BeatGrid grid, double[] seconds) {
        assertThat(grid.beats()).hasSameSizeAs(seconds);
        for (int i = 0; i < seconds.length; i++) {
            assertThat(grid.beats().get(i).ms() / 1000.0).isCloseTo(seconds[i], within(0.015));
        }
    }

    private static List<Long> downbeats(BeatGrid grid) {
        return grid.downbeatIndexes().stream().map(grid.beatTimesMs()::get).toList();
    }
}
