package dev.beatcut.studio.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownbeatsTest {

    @Test
    void accentsOnEveryFourthBeatMakeBarsOfFour() {
        Downbeats.Bars bars = Downbeats.find(accents(40, beat -> beat % 4 == 3));

        assertThat(bars.metre()).isEqualTo(4);
        assertThat(bars.positions()).startsWith(2, 3, 4, 1, 2, 3, 4, 1);
    }

    @Test
    void accentsOnEveryThirdBeatMakeBarsOfThree() {
        Downbeats.Bars bars = Downbeats.find(accents(40, beat -> beat % 3 == 1));

        assertThat(bars.metre()).isEqualTo(3);
        assertThat(bars.positions()).startsWith(3, 1, 2, 3, 1);
    }

    @Test
    void withoutAccentsMusicIsInFour() {
        assertThat(Downbeats.find(new double[40]).metre()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {48, 480})
    void musicThatIsAccentedInThreeAsWellAsInFourIsInFourHoweverLongItIs(int beats) {
        double[] both = Accents.standardise(IntStream.range(0, beats)
                .mapToDouble(beat -> (beat % 4 == 0 ? 1 : 0) + (beat % 3 == 0 ? 1 : 0))
                .toArray());

        assertThat(Downbeats.find(both).metre()).isEqualTo(4);
    }

    @Test
    void anAccentOutOfPlaceDoesNotMoveTheBars() {
        assertThat(Downbeats.find(accents(40, beat -> beat % 4 == 0 || beat == 18))
                        .positions()[20])
                .isEqualTo(1);
    }

    @Test
    void anExtraBeatMovesTheBarsForGood() {
        Downbeats.Bars bars = Downbeats.find(accents(80, beat -> beat < 40 ? beat % 4 == 0 : beat % 4 == 1));

        assertThat(bars.positions()[36]).isEqualTo(1);
        assertThat(bars.positions()[77]).isEqualTo(1);
    }

    @Test
    void halfABarMayBeLeftOutSoonerThanOneBeat() {
        Downbeats.Bars half = Downbeats.find(accents(64, beat -> beat < 52 ? beat % 4 == 0 : beat % 4 == 2));
        Downbeats.Bars beat = Downbeats.find(accents(64, place -> place < 52 ? place % 4 == 0 : place % 4 == 3));

        assertThat(half.positions()[62]).isEqualTo(1);
        assertThat(beat.positions()[60]).isEqualTo(1);
    }

    private static double[] accents(int beats, IntPredicate accented) {
        return Accents.standardise(IntStream.range(0, beats)
                .mapToDouble(beat -> accented.test(beat) ? 1 : 0)
                .toArray());
    }
}
