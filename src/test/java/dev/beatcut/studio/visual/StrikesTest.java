package dev.beatcut.studio.visual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.beat.BeatGrid;
import org.junit.jupiter.api.Test;

class StrikesTest {

    @Test
    void what_is_struck_is_heard_where_it_is() {
        var song = Hearing.of(Sounds.beating(6, 0.5, false), BeatGrid.empty(6000));

        var kicks = song.kicks.since(5.9, 4.8);

        assertThat(kicks).hasSizeBetween(8, 10);
        assertThat(kicks).allSatisfy(kick -> assertThat(Math.abs(Math.IEEEremainder(kick.seconds(), 0.5)))
                .isLessThan(0.035));
    }

    @Test
    void kicks_that_light_the_picture_are_never_three_in_a_second() {
        var song = Hearing.of(Sounds.beating(8, 0.11, true), BeatGrid.empty(8000));

        for (double now = 1; now < 8; now += 0.05) {
            assertThat(song.kicks.since(now, 1.0)).hasSizeLessThanOrEqualTo(3);
        }
        var kicks = song.kicks.since(8, 8);
        for (int i = 1; i < kicks.size(); i++) {
            assertThat(kicks.get(i).seconds() - kicks.get(i - 1).seconds()).isGreaterThan(0.399);
        }
    }

    @Test
    void a_pulse_is_there_at_once_and_falls() {
        var song = Hearing.of(Sounds.beating(6, 0.5, false), BeatGrid.empty(6000));
        double at = song.kicks.since(4.2, 0.6).getLast().seconds();

        assertThat(song.kicks.pulse(at, 0.4)).isGreaterThan(0.5);
        assertThat(song.kicks.pulse(at + 0.1, 0.4)).isBetween(0.1, song.kicks.pulse(at, 0.4));
        assertThat(song.kicks.pulse(at + 0.399, 0.4)).isLessThan(0.01);
    }

    @Test
    void silence_strikes_nothing() {
        var song = Hearing.of(Sounds.silence(4), BeatGrid.empty(4000));

        assertThat(song.kicks.since(4, 4)).isEmpty();
        assertThat(song.notes.since(4, 4)).isEmpty();
        assertThat(song.at(2).bass()).isZero();
    }
}
