package dev.beatcut.studio.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HarmonyTest {

    private static final int[] HALF_SECONDS =
            IntStream.range(0, 16).map(i -> 20 + 50 * i).toArray();

    @Test
    void aNewChordStandsOutAmongTheBeats() {
        Song song = new Song(9)
                .chord(0.2, 2, 220)
                .chord(2.2, 2, 174.6)
                .chord(4.2, 2, 261.6)
                .chord(6.2, 2.5, 196);

        double[] changes = new Harmony(song.samples()).changes(HALF_SECONDS, 1, Harmony.SEMITONES);

        assertThat(IntStream.range(1, 16).filter(i -> changes[i] > 1)).containsExactly(4, 8, 12);
    }

    @Test
    void theBassIsHeardApartFromTheChordsAboveIt() {
        Song song = new Song(9).chord(0.2, 8.5, 440).bass(0.2, 4, 55).bass(4.2, 4, 65.4);

        double[] changes = new Harmony(song.samples()).changes(HALF_SECONDS, 1, Harmony.BASS);

        assertThat(IntStream.range(1, 16).filter(i -> changes[i] > 1)).containsExactly(8);
    }

    @Test
    void drumsAreNoHarmony() {
        Song song = new Song(9).chord(0.2, 4, 220).chord(4.2, 4.5, 174.6);
        for (int beat = 0; beat < 17; beat++) {
            song.snare(0.2 + beat * 0.5);
        }

        double[] changes = new Harmony(song.samples()).changes(HALF_SECONDS, 1, Harmony.SEMITONES);

        assertThat(IntStream.range(1, 16).filter(i -> changes[i] > 2)).containsExactly(8);
    }
}
