package dev.beatcut.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MirEvalTest {

    private static final double[] REFERENCE =
            IntStream.range(0, 40).mapToDouble(i -> 5 + i * 0.5).toArray();

    @Test
    void theFirstFiveSecondsDoNotCount() {
        assertThat(MirEval.trim(new double[] {0, 4.99, 5, 6})).containsExactly(5, 6);
    }

    @Test
    void aBeatWithinSeventyMillisecondsIsAHit() {
        assertThat(MirEval.f(REFERENCE, shifted(0.069))).isEqualTo(1);
        assertThat(MirEval.f(REFERENCE, shifted(0.071))).isZero();
    }

    @Test
    void doubleTempoHasHalfThePrecision() {
        double[] doubled = IntStream.range(0, 79).mapToDouble(i -> 5 + i * 0.25).toArray();

        assertThat(MirEval.f(REFERENCE, doubled)).isCloseTo(2 * 40 / 119.0, within(1e-9));
        assertThat(MirEval.cmlt(REFERENCE, doubled)).isZero();
        assertThat(MirEval.amlt(REFERENCE, doubled)).isEqualTo(1);
    }

    @Test
    void theOffBeatIsOnAnAllowedLevelOnly() {
        double[] offBeat =
                IntStream.range(0, 39).mapToDouble(i -> 5.25 + i * 0.5).toArray();

        assertThat(MirEval.cmlt(REFERENCE, offBeat)).isZero();
        assertThat(MirEval.amlt(REFERENCE, offBeat)).isEqualTo(1);
    }

    @Test
    void halfTempoOnEitherBeatIsOnAnAllowedLevel() {
        double[] half = IntStream.range(0, 20).mapToDouble(i -> 5.5 + i).toArray();

        assertThat(MirEval.amlt(REFERENCE, half)).isEqualTo(1);
    }

    @Test
    void aMissingBeatCostsItselfAndTheContinuityOfTheNext() {
        double[] gap = IntStream.range(0, 40)
                .filter(i -> i != 20)
                .mapToDouble(i -> REFERENCE[i])
                .toArray();

        assertThat(MirEval.cmlt(REFERENCE, gap)).isCloseTo(38 / 40.0, within(1e-9));
    }

    private static double[] shifted(double by) {
        return Arrays.stream(REFERENCE).map(beat -> beat + by).toArray();
    }
}
