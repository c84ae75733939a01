package dev.beatcut.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameRateTest {

    @ParameterizedTest
    @CsvSource({"30,1", "30000,1001", "24000,1001", "25,1", "25,2", "179,6", "60,1", "120,1", "10,1", "499,1"})
    void aFrameIsFoundAgainFromItsTime(int numerator, int denominator) {
        var rate = new FrameRate(numerator, denominator);
        for (long frame = 0; frame < 200_000; frame += 7) {
            assertThat(rate.frameAt(rate.msOf(frame))).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0", "16,0", "17,1", "33,1", "50,2", "49,1", "20000,600", "3600000,108000"})
    void theNearestFrameAtThirtyASecond(long ms, long frame) {
        assertThat(FrameRate.FPS_30.frameAt(ms)).isEqualTo(frame);
    }

    @Test
    void ntscDoesNotDriftOverAnHour() {
        assertThat(new FrameRate(30000, 1001).frameAt(3_600_000)).isEqualTo(107_892);
        assertThat(new FrameRate(30000, 1001).msOf(107_892)).isEqualTo(3_599_996);
    }

    @Test
    void itIsSaidAsFfmpegSaysIt() {
        assertThat(new FrameRate(30000, 1001)).hasToString("30000/1001");
        assertThat(new FrameRate(25, 2).perSecond()).isEqualTo(12.5);
    }

    @Test
    void aRateIsPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FrameRate(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FrameRate(30, 0));
    }
}
